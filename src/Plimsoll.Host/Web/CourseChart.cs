using Plimsoll.Agreements;
using Plimsoll.Agreements.Charts;
using Plimsoll.Host.Languages;

namespace Plimsoll.Host.Web;

/// <summary>The chart of a finding and the periods before, in a language.</summary>
internal static class CourseChart
{
    /// <summary>For use inside a page, whose style colours it.</summary>
    internal static string Draw(Explained explained, Language language, bool narrow) => Draw(explained, language, narrow ? ChartSize.Narrow : ChartSize.Wide);

    /// <summary>A sheet that stands alone, with title, status and source.</summary>
    internal static string Sheet(Explained explained, Language language) => Draw(explained, language, ChartSize.Sheet);

    private static string Draw(Explained explained, Language language, ChartSize size)
    {
        var (say, finding) = (new FindingWords(language), explained.Finding);
        var leading = finding.Readings[0];
        var releases = string.Join(", ", explained.Releases.Select(r => $"{r.Source} {r.Id}").Distinct(StringComparer.Ordinal).Take(4));
        var words = new ChartText(
            $"{say.Parties(finding)}, {say.Product(finding)}: {say.Value(explained.Clause, finding)}, {language.Period(finding.Period)}",
            say.Measure(leading.Indicator),
            leading.Unit,
            finding.Thresholds.Comparator,
            $"{language.Words.SourceHead}: {leading.Valuation}; {releases}",
            language.Words.Status(finding.Status))
        {
            Language = new ChartLanguage(
                (unit, largest) => language.Numbers.Scale(largest, unit),
                number => language.Numbers.Plain(number, 2),
                language.Words.Zone,
                language.Period,
                status => status),
        };
        return FindingChart.Draw(words, [.. explained.Course.History.Select(f => Point(f, leading.Indicator))], size);
    }

    // Where a clause has several conditions, the one that decides now is drawn, whichever decided then.
    private static ChartPoint Point(Finding then, string indicator)
    {
        var same = then.Readings.FirstOrDefault(r => r.Indicator == indicator);
        var leads = same is not null && then.Readings[0] == same;
        return new ChartPoint(then.Period, same?.Value, then.Zone, leads ? then.Thresholds.Amber : null, leads ? then.Thresholds.Red : null);
    }
}
