using Plimsoll.Agreements;
using Plimsoll.Agreements.Terms;
using Plimsoll.Indicators;
using Plimsoll.Trade;

namespace Plimsoll.Host.Cli;

/// <summary>A finding in few words: whose trade with whom, in what, what was measured, and by which limit it was judged.</summary>
internal static class FindingText
{
    private const int LabelLength = 26;

    /// <summary>Whose trade with whom, in what.</summary>
    internal static string Subject(Finding finding, string between = " ")
    {
        var (reporter, partner, product, _) = finding.Subject;
        return $"{reporter} – {partner}: {product}{(Label(product, finding.Period.End.Year) is { } label ? between + label : "")}";
    }

    /// <summary><c>unit_value.roll12.vs_prev_window/1</c> in words: unit value, 12 months on 12 before. What is no indicator stays as it is.</summary>
    internal static string Measure(string indicator)
    {
        if (Indicator.Parse(indicator.Split('/')[0]) is not { Ok: true, Value: var read })
        {
            return indicator;
        }

        var measure = read.Measure == IndicatorMeasure.Hhi ? "concentration" : indicator.Split('.')[0].Replace('_', ' ');
        var window = read.Window switch
        {
            Window.Roll3 => "3 months",
            Window.Roll12 => "12 months",
            Window.CalendarYear => "year",
            Window.AvgWeekly => "weekly average",
            Window.Avg3y => "3-year average",
            _ => "month",
        };
        var baseline = (read.Baseline, read.Window) switch
        {
            (Baseline.PrevYear, _) => " on the year before",
            (Baseline.PrevWindow, Window.Roll3) => " on 3 before",
            (Baseline.PrevWindow, Window.Roll12) => " on 12 before",
            (Baseline.PrevWindow, _) => " on the one before",
            (Baseline.Avg3y, _) => " on the 3-year average",
            (Baseline.Fixed, _) => $" on {read.FixedPeriod}",
            _ => "",
        };
        return $"{measure}, {window}{baseline}";
    }

    /// <summary>The limits of a clause on a day, or the first ones that it has: a line for each condition, one for what else it asks.</summary>
    internal static IEnumerable<string> Limits(Clause clause, DateOnly? day)
    {
        var word = clause.Condition is Combination { K: 1 } ? "or" : "and";
        var conditions = clause.Condition.Thresholds.Select((t, i) => $"{(i == 0 ? "" : $"{word} ")}{Measure(t.Indicator)}: {Levels(t, day)}");
        string[] further =
        [
            clause.Materiality is { } floor ? $"counts where {Measure(floor.Indicator)} {floor.Comparator.Symbol()} {Amount.Write(floor.Value, floor.Unit)}" : "",
            clause.Persistence.N > 1 ? $"when {clause.Persistence.K} of {clause.Persistence.N} periods say so" : "",
        ];
        return [.. conditions, .. further.Where(line => line.Length > 0)];
    }

    /// <summary>A period is judged by the limits in force on its last day.</summary>
    internal static DateOnly JudgedOn(Finding finding) => finding.Period.End.Plus(1).FirstDay.AddDays(-1);

    /// <summary>The value that decided; with its name where the clause has several conditions, and the floor's where the flow is too small.</summary>
    internal static string Deciding(Clause clause, Finding finding, string between = " ")
    {
        if (BelowFloor.Of(clause, finding) is { } floor)
        {
            return $"too small:{between}{Amount.Write(floor.Value, floor.Unit)}";
        }

        if (finding.Readings is not [var reading, ..])
        {
            return "–";
        }

        var name = clause.Condition.Thresholds.Count > 1 ? $"{Measure(reading.Indicator).Split(',')[0]}{between}" : "";
        return name + Amount.Write(reading.Value, reading.Unit);
    }

    /// <summary>Why there is no zone: where a value is missing, the reason of that value, so that clauses that lack the same figures say the same.</summary>
    internal static string Reason(Finding finding) =>
        (finding.Readings.Select(r => r.Reason).FirstOrDefault(reason => reason is not null && finding.Reason!.Message.Contains(reason.Code, StringComparison.Ordinal)) ?? finding.Reason!).ToString();

    private static string Levels(Threshold threshold, DateOnly? day)
    {
        var limits = (day is { } known ? threshold.On(known) : null) ?? threshold.Values[0];
        var levels = limits.Named.Where(named => named.Level is "amber" or "red").Select(named =>
            $"{named.Level} {threshold.Comparator.Symbol()} {(named.Limit.By is { } by ? $"in stairs by {Measure(by)}" : Amount.Write(named.Limit.Stairs[0].Value, threshold.Unit))}");
        return string.Join(", ", levels);
    }

    private static string? Label(string product, int year)
    {
        var code = ProductCode.Parse(product);
        var label = code.Ok && code.Value.Kind == ProductKind.Cn8 ? Nomenclature.Label(code.Value, Math.Min(year, Nomenclature.LastListedYear)) : null;
        return label is null || label.Length <= LabelLength ? label : $"{label[..LabelLength].TrimEnd()}…";
    }
}
