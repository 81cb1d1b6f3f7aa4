using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plimsoll.Ledger;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Sealing;

/// <summary>An assessment that a party sealed in its log, and what the other parties answered.</summary>
/// <param name="Log">Log that sealed it.</param>
/// <param name="Index">Position of the entry in that log.</param>
/// <param name="At">When it was sealed.</param>
/// <param name="Agreement">Agreement id.</param>
/// <param name="AgreementDocument">Hash of the agreement's text.</param>
/// <param name="AsOf">Day whose vintages were used.</param>
/// <param name="Document">Hash of the <see cref="SealedAssessment"/>.</param>
/// <param name="Body">What the entry says of it.</param>
/// <param name="Answers">Countersignatures and disputes, in the order of each log.</param>
public sealed record AssessmentSeal(
    string Log, long Index, DateTimeOffset At, string Agreement, string AgreementDocument, DateOnly AsOf, string Document, JsonElement Body, IReadOnlyList<SealAnswer> Answers)
{
    /// <summary>The last word of a party on this seal, by its place in the party's log; null when it has said nothing.</summary>
    public SealAnswer? AnswerOf(string log) => Answers.LastOrDefault(a => string.Equals(a.Log, log, StringComparison.Ordinal));

    /// <summary>What to enter to seal an assessment whose document has this hash.</summary>
    public static EntryDraft Draft(SealedAssessment assessment, string document) => new(EntryKind.AssessmentSealed, JsonSerializer.SerializeToElement(new JsonObject
    {
        ["agreement"] = assessment.Agreement,
        ["version"] = assessment.AgreementVersion,
        ["agreement_document"] = assessment.AgreementSha256,
        ["as_of"] = assessment.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["method_version"] = assessment.MethodVersion,
        ["findings"] = assessment.Findings.Count,
        ["zones"] = new JsonObject(assessment.Findings.CountBy(f => f.Zone).OrderBy(z => z.Key, StringComparer.Ordinal).Select(z => KeyValuePair.Create(z.Key, (JsonNode?)z.Value))),
        ["document"] = document,
    }));

    /// <summary>What to enter to say that a release is in use.</summary>
    public static EntryDraft Registration(SealedInput input) => new(EntryKind.ReleaseRegistered, JsonSerializer.SerializeToElement(new JsonObject
    {
        ["release"] = input.Id,
        ["source"] = input.Source,
        ["dataset"] = input.Dataset,
        ["sha256"] = input.Sha256,
        ["published_at"] = input.PublishedAt.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
    }));

    /// <summary>What to enter in answer to this seal: a countersignature, or a dispute that names the first difference.</summary>
    public EntryDraft Answer(SealDifference? difference)
    {
        var body = new JsonObject { ["log"] = Log, ["index"] = Index, ["sealed_document"] = Document };
        if (difference is null)
        {
            return new EntryDraft(EntryKind.AssessmentCountersigned, JsonSerializer.SerializeToElement(body));
        }

        body["kind"] = difference.Kind;
        body["place"] = difference.Place;
        body["sealed"] = difference.Sealed;
        body["computed"] = difference.Computed;
        return new EntryDraft(EntryKind.AssessmentDisputed, JsonSerializer.SerializeToElement(body));
    }

    /// <summary>Every seal in the logs, the oldest first. An entry that is none, or answers none, is among the faults (<c>AGR-0123</c>).</summary>
    public static (IReadOnlyList<AssessmentSeal> Seals, IReadOnlyList<Fault> Faults) Fold(IEnumerable<Entry> entries)
    {
        var all = entries.OrderBy(e => e.At).ThenBy(e => e.Log, StringComparer.Ordinal).ThenBy(e => e.Index).ToList();
        var faults = new List<Fault>();
        var answers = all.Where(e => e.Kind is EntryKind.AssessmentCountersigned or EntryKind.AssessmentDisputed).OrderBy(e => e.Index).ToLookup(e => (Text(e, "log"), Number(e, "index"), Text(e, "sealed_document")));
        var seals = new List<AssessmentSeal>();
        foreach (var entry in all.Where(e => e.Kind == EntryKind.AssessmentSealed))
        {
            if (Text(entry, "document") is [_, ..] document && DateOnly.TryParseExact(Text(entry, "as_of"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asOf))
            {
                var own = answers[(entry.Log, entry.Index, document)].Select(SealAnswer.Of);
                seals.Add(new AssessmentSeal(entry.Log, entry.Index, entry.At, Text(entry, "agreement"), Text(entry, "agreement_document"), asOf, document, entry.Body, [.. own]));
            }
            else
            {
                faults.Add(new Fault("AGR-0123", "The entry seals no assessment.", $"{entry.Log} {entry.Index}"));
            }
        }

        var known = seals.Select(s => (s.Log, s.Index, s.Document)).ToHashSet();
        faults.AddRange(answers.Where(a => !known.Contains((a.Key.Item1, a.Key.Item2, a.Key.Item3))).SelectMany(a => a)
            .Select(e => new Fault("AGR-0123", "The entry answers a seal that is in no log here.", $"{e.Log} {e.Index}")));
        return (seals, faults);
    }

    internal static string Text(Entry entry, string name) =>
        entry.Body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static long Number(Entry entry, string name) =>
        entry.Body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : -1;
}
