using System.Globalization;
using System.Text;
using Plimsoll.Sources;

namespace Plimsoll.Host.Web;

/// <summary>Releases and refused records as CSV (RFC 4180).</summary>
internal static class ReleaseCsv
{
    // A file of a million refused lines is not read on a page; the store keeps them all.
    private const int RefusalsWritten = 10_000;

    internal static string Write(IEnumerable<Release> releases) => Lines(
        "id,source,dataset,currency,first_period,last_period,whole,published_at,evidence,retrieved_at,file_name,sha256,bytes,parser,rows_stored,rows_refused",
        releases.Select(r => new[]
        {
            r.Id, r.Source, r.Dataset, r.Currency, r.Scope.Periods is [var first, ..] ? first.ToString() : "", r.Scope.Periods is [.., var last] ? last.ToString() : "",
            r.Scope.Whole ? "true" : "false", Time(r.PublishedAt), r.Evidence.ToString().ToLowerInvariant(), Time(r.RetrievedAt), r.FileName, r.Sha256,
            r.Bytes.ToString(CultureInfo.InvariantCulture), r.Parser, r.RowsStored.ToString(CultureInfo.InvariantCulture), r.RowsRefused.ToString(CultureInfo.InvariantCulture),
        }));

    internal static string Refused(IEnumerable<Refusal> refusals) => Lines(
        "place,line,column,code,message,text",
        refusals.Take(RefusalsWritten).Select(r => new[]
        {
            r.File, r.Line.ToString(CultureInfo.InvariantCulture), r.Column.ToString(CultureInfo.InvariantCulture), r.Fault.Code, r.Fault.Message, r.Fault.Text,
        }));

    private static string Lines(string header, IEnumerable<string[]> rows)
    {
        var csv = new StringBuilder(header).Append("\r\n");
        foreach (var row in rows)
        {
            csv.AppendJoin(',', row.Select(FindingCsv.Quoted)).Append("\r\n");
        }

        return csv.ToString();
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
