using System.Globalization;
using System.Text;
using Plimsoll.Agreements;
using Plimsoll.Host.Cli;

namespace Plimsoll.Host.Web;

/// <summary>Findings as CSV (RFC 4180), a line each: the leading reading with its limits. Flags have a column of their own.</summary>
internal static class FindingCsv
{
    internal static string Write(IEnumerable<Finding> findings)
    {
        var csv = new StringBuilder("id,clause,reporter,partner,product,flow,period,zone,previous_zone,indicator,value,unit,amber,red,comparator,basis,as_of,known_at,status,reason\r\n");
        foreach (var finding in findings)
        {
            var (subject, first) = (finding.Subject, finding.Readings is [var leading, ..] ? leading : null);
            string?[] fields =
            [
                finding.Id, finding.Clause, subject.Reporter, subject.Partner, subject.Product, subject.Flow.ToString().ToLowerInvariant(),
                finding.Period.ToString(), FindingDocument.Word(finding.Zone), FindingDocument.Word(finding.PreviousZone), first?.Indicator, Number(first?.Value),
                first?.Unit, Number(finding.Thresholds.Amber), Number(finding.Thresholds.Red), finding.Thresholds.Comparator, finding.Basis,
                finding.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), finding.KnownAt?.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture),
                finding.Status.ToString().ToLowerInvariant(), finding.Reason?.Code,
            ];
            csv.AppendJoin(',', fields.Select(Quoted)).Append("\r\n");
        }

        return csv.ToString();
    }

    private static string Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    internal static string Quoted(string? text) =>
        text is null ? "" : text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
