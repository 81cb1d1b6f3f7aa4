using Plimsoll.Agreements;
using Plimsoll.Indicators;

namespace Plimsoll.Host.Cli;

/// <summary>A finding as JSON. The names are a public surface.</summary>
internal static class FindingDocument
{
    internal static object Of(Finding finding) => new
    {
        finding.Id,
        finding.Agreement,
        finding.Clause,
        Subject = new
        {
            finding.Subject.Reporter,
            finding.Subject.Partner,
            finding.Subject.Product,
            Flow = finding.Subject.Flow.ToString().ToLowerInvariant(),
        },
        Period = finding.Period.ToString(),
        Zone = Word(finding.Zone),
        PreviousZone = Word(finding.PreviousZone),
        Value = finding.Readings is [var first, ..] ? first.Value : null,
        Unit = finding.Readings is [var leading, ..] ? leading.Unit : null,
        finding.Thresholds.Amber,
        finding.Thresholds.Red,
        finding.Thresholds.Comparator,
        finding.Basis,
        AsOf = finding.AsOf?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        finding.KnownAt,
        Status = finding.Status.ToString().ToLowerInvariant(),
        Readings = finding.Readings.Select(Document),
        finding.Releases,
        Reason = finding.Reason is { } reason ? new { reason.Code, reason.Message, reason.Text } : null,
    };

    internal static string Word(Zone zone) => zone == Zone.NotAssessable ? "not_assessable" : zone.ToString().ToLowerInvariant();

    private static object Document(Reading reading) => new
    {
        reading.Indicator,
        Period = reading.Period.ToString(),
        reading.Value,
        reading.Unit,
        reading.Valuation,
        reading.Coverage.ConfidentialShare,
        MissingPeriods = reading.Coverage.MissingPeriods.Select(p => p.ToString()),
        Inputs = reading.Inputs.Select(i => new { i.Name, i.Value, i.Unit }),
        Reason = reading.Reason is { } reason ? new { reason.Code, reason.Message, reason.Text } : null,
    };
}
