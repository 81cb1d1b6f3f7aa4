using System.Globalization;
using System.Text.RegularExpressions;
using Plimsoll.Sources.Comtrade;
using Plimsoll.Trade;

namespace Plimsoll.Sources.ChinaCustoms;

/// <summary>
/// Figures of China Customs typed over into comma-separated text: one line per commodity and month, columns named after what they hold
/// (<c>qty_month</c>, <c>value_month_usd_mn</c>, <c>qty_1to5</c>, <c>value_1to5_2025_usd_mn</c>). Other columns are comments.
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
    public bool Recognises(SourceHead head) => head.FirstLine.StartsWith("source,page_title_period,commodity,unit,", StringComparison.Ordinal);

    /// <inheritdoc/>
    public Fault? Read(Stream content, SourceHead head, IReleaseSink sink, CancellationToken cancel)
    {
        var records = new CsvRecords(content, sink, cancel);
        var columns = records.Header.Select(FigureOf).OfType<Figure>().ToList();
        var yuan = records.Header.Any(name => name.EndsWith("_cny_100mn", StringComparison.Ordinal));
        var dollars = records.Header.Any(name => name.EndsWith("_usd_mn", StringComparison.Ordinal));
        if (columns.Count == 0 || (yuan && dollars) || records.Header is not ["source", "page_title_period", "commodity", "unit", ..])
        {
            return new Fault("SRC-0208", "A transcript begins with source,page_title_period,commodity,unit and needs columns such as qty_month or value_1to5_usd_mn, all in one currency.", head.FirstLine);
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

            WriteLine(records.Line, record, columns, writer, sink);
        }

        rows.Flush();
        return described ? null : new Fault("SRC-0208", "The transcript has no lines.", head.FileName);
    }

    private static void WriteLine(long line, IReadOnlyList<string> record, List<Figure> columns, GaccRows writer, IReleaseSink sink)
    {
        var flow = record[0].Contains("exports", StringComparison.OrdinalIgnoreCase) ? Flow.Export
            : record[0].Contains("imports", StringComparison.OrdinalIgnoreCase) ? Flow.Import : Flow.None;
        var period = Period.Parse(record[1]);
        if (flow == Flow.None || !period.Ok)
        {
            sink.Refuse(line, period.Ok ? 1 : 2, period.Fault ?? new Fault("SRC-0208", "The first column says neither exports nor imports.", record[0]));
            return;
        }

        var unit = GaccFigure.ReadQuantityUnit(record[3]);
        foreach (var pair in columns.GroupBy(column => column.Over(period.Value)))
        {
            var (value, quantity) = (pair.FirstOrDefault(c => !c.IsQuantity), pair.FirstOrDefault(c => c.IsQuantity));
            if (pair.Any(column => record[column.Index].Length > 0))
            {
                writer.WritePair(
                    (line, pair.First().Index + 1),
                    (record[2], flow, pair.Key),
                    value is null ? Fixed3.Null : GaccFigure.Read(record[value.Index], value.Multiplier),
                    quantity is null ? Fixed3.Null : GaccFigure.Read(record[quantity.Index], unit.Multiplier),
                    unit.Unit);
            }
        }
    }

    private static Figure? FigureOf(string name, int index)
    {
        if (FigureColumn.Match(name) is not { Success: true } match)
        {
            return null;
        }

        var multiplier = match.Groups["unit"].Value is "cny_100mn" ? 100_000_000m : 1_000_000m;
        return new Figure(index, match.Groups["what"].Value is "qty", Number(match.Groups["last"]), Number(match.Groups["year"]), multiplier);
    }

    private static int Number(Group digits) => digits.Success ? int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    /// <summary>One column of figures; <paramref name="Last"/> is 0 for the month of the line, <paramref name="Year"/> 0 for its year.</summary>
    private sealed record Figure(int Index, bool IsQuantity, int Last, int Year, decimal Multiplier)
    {
        internal Period Over(Period line)
        {
            var year = Year == 0 ? line.Start.Year : Year;
            return Last == 0 ? line with { Start = Month.Of(year, line.Start.Number) } : new Period(Month.Of(year, 1), Math.Clamp(Last, 1, 12));
        }
    }
}
