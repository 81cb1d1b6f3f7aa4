using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plimsoll.Ledger;
using Plimsoll.Ledger.Notes;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Adoption;

/// <summary>One text of an agreement, as entries name it. The text itself is a document, found by its hash.</summary>
/// <param name="Agreement">Agreement id.</param>
/// <param name="Version">Version in the text.</param>
/// <param name="Document">SHA-256 of the text, lower-case hexadecimal.</param>
/// <param name="EffectiveFrom">First day on which it is to apply.</param>
/// <param name="Signatories">Origins of the logs whose signatures make it agreed, in ascending order; two at least.</param>
public sealed record AgreementText(string Agreement, int Version, string Document, DateOnly EffectiveFrom, IReadOnlyList<string> Signatories)
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>The signatories as one text: together with the id it says which agreement this is a text of. A name has no space in it.</summary>
    internal string Circle => string.Join(' ', Signatories);

    /// <summary>True for the logs whose signatures it needs.</summary>
    public bool Needs(string log) => Signatories.Contains(log, StringComparer.Ordinal);

    /// <summary>True for a text of the same id between the same signatories: the same agreement, of any version.</summary>
    public bool IsOfSameAgreement(AgreementText other) =>
        string.Equals(Agreement, other.Agreement, StringComparison.Ordinal) && Signatories.SequenceEqual(other.Signatories, StringComparer.Ordinal);

    /// <summary>Reads the body of an entry about an agreement; fault <c>AGR-0121</c> when it names no text.</summary>
    public static Parsed<AgreementText> Of(Entry entry)
    {
        var body = entry.Body;
        string Text(string name) => body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        var version = body.TryGetProperty("version", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var whole) ? whole : 0;
        var signatories = SignatoriesIn(body);
        return DateOnly.TryParseExact(Text("effective_from"), DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            && Text("agreement").Length > 0 && version > 0 && Text("document").Length == 64 && signatories.Count >= 2 && signatories.All(VerifierKey.IsName)
            ? new AgreementText(Text("agreement"), version, Text("document"), first, signatories)
            : new Fault("AGR-0121", "The entry does not name an agreement, version, document, first day and two signatories.", $"{entry.Log} {entry.Index}");
    }

    /// <summary>The body of an entry about this text.</summary>
    public JsonElement ToBody() => JsonSerializer.SerializeToElement(new JsonObject
    {
        ["agreement"] = Agreement,
        ["version"] = Version,
        ["document"] = Document,
        ["effective_from"] = EffectiveFrom.ToString(DayFormat, CultureInfo.InvariantCulture),
        ["signatories"] = new JsonArray([.. Signatories.Order(StringComparer.Ordinal).Select(s => JsonValue.Create(s))]),
    });

    /// <summary>The signatories that a body names, in ascending order, each once; none when it names none.</summary>
    internal static IReadOnlyList<string> SignatoriesIn(JsonElement body) => body.TryGetProperty("signatories", out var list) && list.ValueKind == JsonValueKind.Array
        ? [.. list.EnumerateArray().Where(s => s.ValueKind == JsonValueKind.String).Select(s => s.GetString()!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
        : [];

    /// <inheritdoc/>
    public bool Equals(AgreementText? other) => other is not null
        && (Version, Document, EffectiveFrom) == (other.Version, other.Document, other.EffectiveFrom)
        && IsOfSameAgreement(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Agreement, Version, Document, EffectiveFrom);
}
