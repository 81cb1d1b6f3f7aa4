using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Plimsoll.Agreements.Run;
using Plimsoll.Indicators;
using Plimsoll.Ledger.Json;
using Plimsoll.Store;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Sealing;

/// <summary>
/// An assessment in the form that is sealed: every finding, the releases that it could read, the text of the agreement by its hash, and
/// the version of the methods. Whoever has the same releases and the same agreement gets the same bytes.
/// </summary>
/// <param name="Agreement">Agreement id.</param>
/// <param name="AgreementVersion">Version of the agreement.</param>
/// <param name="AgreementSha256">Hash of the agreement's text.</param>
/// <param name="AsOf">Day whose vintages were used.</param>
/// <param name="MethodVersion">Version of all methods, see <see cref="IndicatorRun.MethodVersion"/>.</param>
/// <param name="Inputs">Every release known on the day of the sources that the agreement names, oldest first.</param>
/// <param name="Findings">In the order of the assessment.</param>
public sealed record SealedAssessment(
    string Agreement,
    int AgreementVersion,
    string AgreementSha256,
    DateOnly AsOf,
    int MethodVersion,
    IReadOnlyList<SealedInput> Inputs,
    IReadOnlyList<SealedFinding> Findings)
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
    };

    /// <summary>Assesses an agreement on a store as it was known on a day.</summary>
    /// <param name="store">The store.</param>
    /// <param name="agreement">The agreement, with the status that the parties gave it.</param>
    /// <param name="sha256">Hash of its text.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancel">Ends the sweep.</param>
    public static (SealedAssessment Sealed, IReadOnlyList<Finding> Findings) Of(
        TradeStore store, Agreement agreement, string sha256, DateOnly asOf, CancellationToken cancel = default)
    {
        using var run = new AgreementRun(store, asOf, asOf);
        var findings = run.Assess(agreement, cancel);
        var sources = agreement.Clauses.SelectMany(c => c.Sides.Select(side => ClauseContext.SourceOf(c, side))).ToHashSet(StringComparer.Ordinal);
        var inputs = store.Releases(asOf).Where(r => sources.Contains(r.Source)).Select(r => new SealedInput(r.Id, r.Source, r.Dataset, r.Sha256, r.PublishedAt));
        return (new SealedAssessment(agreement.Id, agreement.Version, sha256, asOf, IndicatorRun.MethodVersion, [.. inputs], [.. findings.Select(Seal)]), findings);
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote; fault <c>AGR-0120</c> for anything else.</summary>
    public static Parsed<SealedAssessment> Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<SealedAssessment>(json, Layout) is { } read ? read : NotSealed("null");
        }
        catch (JsonException exception)
        {
            return NotSealed(exception.Message);
        }
    }

    /// <summary>The canonical JSON (RFC 8785) whose hash is sealed.</summary>
    public byte[] ToJson() => CanonicalJson.Of(JsonSerializer.SerializeToElement(this, Layout)).Value;

    private static SealedFinding Seal(Finding finding) => new(
        finding.Id,
        Word<Zone>.Of(finding.Zone),
        Word<Zone>.Of(finding.PreviousZone),
        Text(finding.Thresholds.Amber),
        Text(finding.Thresholds.Red),
        finding.Thresholds.Comparator,
        finding.Reason?.Code,
        [.. finding.Readings.Select(r => new SealedReading(r.Indicator, Text(r.Value), r.Unit, r.Valuation, Text(r.Coverage.ConfidentialShare)))]);

    private static string? Text(decimal? number) => number?.ToString("0.############################", CultureInfo.InvariantCulture);

    private static Fault NotSealed(string found) => new("AGR-0120", "The document is no sealed assessment.", found);
}
