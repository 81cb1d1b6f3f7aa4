using Plimsoll.Agreements.Charts;
using System.Globalization;

namespace Plimsoll.Agreements.Evidence;

/// <summary><c>chart.svg</c>: the leading reading over the history, against the limits of each period.</summary>
internal static class PackChart
{
    internal static string Draw(FindingSheet sheet, Computation computation, IReadOnlyList<ReleaseSheet> releases)
    {
        var indicator = sheet.Indicator ?? "";
        var words = new ChartText(
            sheet.Sentence,
            $"{FindingWords.Measure(indicator, sheet.Subject.Flow)} {sheet.Valuation}".Trim(),
            sheet.Unit,
            sheet.Thresholds.Comparator,
            Source(sheet, releases),
            FindingWords.Status(sheet.Status));
        return FindingChart.Draw(words, [.. computation.Periods.Select(p => Point(sheet, p))]);
    }

    private static ChartPoint Point(FindingSheet sheet, Computation.PeriodPart period)
    {
        var reading = period.Readings.FirstOrDefault(r => r.Figures == sheet.Figures && r.Indicator == sheet.Indicator);
        decimal? Limit(string level) => period.Comparisons
            .FirstOrDefault(c => c.Figures == sheet.Figures && c.Level == level && c.Indicator == sheet.Indicator?.Split('/')[0])?.Limit;
        return new ChartPoint(period.Period, reading?.Value, period.Zone, Limit("amber"), Limit("red"));
    }

    private static string Source(FindingSheet sheet, IReadOnlyList<ReleaseSheet> releases)
    {
        var used = releases.Where(r => r.RowsEntered > 0).ToList();
        var sources = used.Select(r => $"{Credit(r.Source)} ({r.Source})").Distinct(StringComparer.Ordinal);
        var newest = used.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", newest release of {used.Max(r => r.PublishedAt):yyyy-MM-dd}");
        return $"Source: {(used.Count == 0 ? "no row entered" : string.Join("; ", sources))}{newest}; own computation, methods version {sheet.MethodVersion}. Finding {sheet.Id}. Every row and step stands beside this chart.";
    }

    // The credit lines that the producers ask for.
    private static string Credit(string source) => source.Split('-')[0] switch
    {
        "comext" or "eurostat" or "published" => "Eurostat",
        "gacc" => "General Administration of Customs of China",
        "comtrade" => "UN Comtrade",
        "baci" => "CEPII",
        "ecb" => "European Central Bank",
        _ => source,
    };
}
