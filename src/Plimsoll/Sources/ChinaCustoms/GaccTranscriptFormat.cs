using System.Globalization;
using System.Text.RegularExpressions;
using Plimsoll.Sources.Comtrade;
using Plimsoll.Trade;

namespace Plimsoll.Sources.ChinaCustoms;

/// <summary>
/// Figures of China Customs typed over into comma-separated text: one line per commodity or partner and month, columns named after what
/// they hold (<c>qty_month</c>, <c>value_month_usd_mn</c>, <c>qty_1to5</c>, <c>value_1to5_2025_usd_mn</c>). A column <c>flag</c> holds
/// Eurostat's letters; other columns are comments.
/// </summary>
public sealed class GaccTranscriptFormat : ISourceFormat
{
    private static readonly Regex FigureColumn = new(
        @"^(?<what>qty|value)_(month|1to(?<last>[0-9]{1,2}))(_(?<year>20[0-9]{2}))?(_(?<unit>usd_mn|cny_100mn))?$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    private static readonly Regex TableNumber = new(@"\((?<number>[1-8])\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    /// <inheritdoc/>
    public string Id => "gacc-transcript/1";

    /// <inheritdoc/>
    public bool Recognises(SourceHead head) =>
        head.FirstLine.StartsWith("source,page_title_period,commodity,unit,", StringComparison.Ordinal)
        || head.FirstLine.StartsWith("source,page_title_period,partner,", StringComparison.Ordinal);

    /// <inheritdoc/>
    public Fault? Read(Stream content, SourceHead head, IReleaseSink sink, CancellationToken cancel)
    {
        var records = new CsvRecords(content, sink, cancel);
        var columns = records.Header.Select(FigureOf).OfType<TranscriptFigure>().ToList();
        var yuan = records.Header.Any(name => name.EndsWith("_cny_100mn", StringComparison.Ordinal));
        var dollars = records.Header.Any(name => name.EndsWith("_usd_mn", StringComparison.Ordinal));
        var byPartner = records.Header is ["source", "page_title_period", "partner", ..];
        var flag = records.Header.TakeWhile(name => name != "flag").Count();
        flag = flag == records.Header.Count ? -1 : flag;
        if (columns.Count == 0 || (yuan && dollars))
        {
            return new Fault("SRC-0208", "A transcript needs columns such as qty_month or value_1to5_usd_mn, all in one currency.", head.FirstLine);
        }

        var rows = new ObservationWriter(sink);
        var writer = new GaccRows(rows, sink);
        var described = false;
        foreach (var record in records.Read())
        {
            if (!described)
            {
                var dataset = TableNumber.Match(record[0]) is { Success: true } match ? $"table-{match.Groups["number"].Value}" : "transcript";
                sink.Describe(new ReleaseHeader(yuan ? "gacc" : "gacc-usd", dataset, yuan ? "CNY" : "USD", Id, WholePeriods: false, PublishedAt: null));
                described = true;
            }

            var line = new Transcribed(records.Line, record, columns, flag);
            if (byPartner)
            {
                line.WritePartner(writer, sink);
            }
            else
            {
                line.WriteCommodity(writer, sink);
            }
        }

        rows.Flush();
        return described ? null : new Fault("SRC-0208", "The transcript has no lines.", head.FileName);
    }

    private static TranscriptFigure? FigureOf(string name, int index)
    {
        if (FigureColumn.Match(name) is not { Success: true } match)
        {
            return null;
        }

        var multiplier = match.Groups["unit"].Value is "cny_100mn" ? 100_000_000m : 1_000_000m;
        return new TranscriptFigure(index, match.Groups["what"].Value is "qty", Number(match.Groups["last"]), Number(match.Groups["year"]), multiplier);
    }

    private static int Number(Group digits) => digits.Success ? int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
}
