using System.Globalization;
using Plimsoll.Agreements;
using Plimsoll.Host.Cli;
using Plimsoll.Host.Languages;
using Plimsoll.Host.Web;
using Plimsoll.Indicators;

namespace Plimsoll.Host.Mcp;

/// <summary>Findings and clauses as the tools give them.</summary>
/// <param name="address">Address of the server, for permalinks.</param>
internal sealed class Answers(Uri address)
{
    private readonly FindingWords say = new(Language.English);

    internal ClauseAnswer Clause(Clause clause, DateOnly today) => new(
        clause.Id,
        clause.Title,
        clause.Text,
        [.. say.Limits(clause, today)],
        clause.Basis.ToString().ToLowerInvariant(),
        $"{clause.Reference.Title}, {clause.Reference.Link}",
        Link($"/en/clauses/{clause.Id}", asOf: null));

    internal FindingAnswer Finding(Finding finding)
    {
        var leading = finding.Readings is [var first, ..] ? first : null;
        return new FindingAnswer(
            finding.Id.Split('/', 2)[1],
            finding.Clause,
            finding.Subject.Reporter,
            finding.Subject.Partner,
            finding.Subject.Product,
            finding.Subject.Flow.ToString().ToLowerInvariant(),
            finding.Period.ToString(),
            FindingDocument.Word(finding.Zone),
            FindingDocument.Word(finding.PreviousZone),
            leading?.Indicator,
            Value(finding, leading),
            finding.Thresholds.Amber,
            finding.Thresholds.Red,
            finding.Thresholds.Comparator,
            finding.Status.ToString().ToLowerInvariant(),
            finding.Reason?.ToString());
    }

    internal PeriodAnswer Period(Finding finding) =>
        new(finding.Period.ToString(), FindingDocument.Word(finding.Zone), Value(finding, finding.Readings is [var first, ..] ? first : null));

    internal ReadingAnswer Reading(Finding finding, Reading reading) => new(
        reading.Indicator,
        Value(finding, reading),
        [.. reading.Inputs.Select(i => new InputAnswer(i.Name, i.Value, i.Unit))],
        reading.Coverage.ConfidentialShare,
        reading.Reason?.ToString());

    internal string Link(string path, DateOnly? asOf) =>
        new Uri(address, path + (asOf is { } day ? string.Create(CultureInfo.InvariantCulture, $"?asof={day:yyyy-MM-dd}") : "")).ToString();

    private Figure Value(Finding finding, Reading? reading) => new(
        reading?.Value,
        reading?.Unit ?? "",
        Vintage(finding),
        reading?.Valuation ?? "",
        Link($"/en{Addresses.Of(finding)}", finding.AsOf));

    private static string Vintage(Finding finding) => finding switch
    {
        { AsOf: { } day } => string.Create(CultureInfo.InvariantCulture, $"as known on {day:yyyy-MM-dd}"),
        { KnownAt: { } time } => string.Create(CultureInfo.InvariantCulture, $"newest, published {time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}"),
        _ => "no release entered",
    };
}
