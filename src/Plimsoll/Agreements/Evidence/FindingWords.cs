using System.Globalization;
using Plimsoll.Agreements.Charts;
using Plimsoll.Indicators;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Evidence;

/// <summary>Findings and their parts in words.</summary>
internal static class FindingWords
{
    /// <summary>The finding as one sentence that stands alone.</summary>
    internal static string Sentence(FindingSheet sheet)
    {
        var limits = sheet.Thresholds;
        var scale = Scale.For(sheet.Unit, new[] { sheet.Value, limits.Amber, limits.Red }.Max(v => Math.Abs(v ?? 0m)));
        var measure = sheet.Indicator is { } id ? Measure(id, sheet.Subject.Flow) : "no reading";
        var value = scale.Write(sheet.Value);
        var known = sheet.AsOf is { } day ? $", on the figures known on {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "";
        return $"{Capital(ZoneMark.Word(sheet.Zone))} in {sheet.Period}{known}: {Subject(sheet.Subject, sheet.Period)}, {measure}: {value} ({Limits(limits, scale)}). {Capital(Status(sheet.Status))}.";
    }

    private static string Capital(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}";

    /// <summary>The status in the words that have to stand beside every colour.</summary>
    internal static string Status(AgreementStatus status) => status switch
    {
        AgreementStatus.Illustrative => "illustrative – not agreed by the parties",
        AgreementStatus.Proposed => "proposed – not agreed by the parties",
        _ => Word<AgreementStatus>.Of(status),
    };

    internal static string Limits(AppliedThresholds limits, Scale scale)
    {
        string? Limit(string name, decimal? at) => at is { } limit ? $"{name} {limits.Comparator} {scale.Write(limit)}" : null;
        var written = new[] { Limit("amber", limits.Amber), Limit("red", limits.Red) }.OfType<string>().ToList();
        return written.Count == 0 ? "no limit in force" : string.Join(", ", written);
    }

    internal static string Subject(Subject subject, Period period)
    {
        var product = ProductCode.Parse(subject.Product);
        var label = product is { Ok: true, Value.Kind: ProductKind.Cn8 }
            ? Nomenclature.Label(product.Value, Math.Min(period.End.Year, Nomenclature.LastListedYear))
            : null;
        var goods = subject.Product == "TOTAL" ? "all goods" : label is null ? subject.Product : $"{subject.Product} ({label})";
        return $"{subject.Reporter} with {subject.Partner}, {goods}";
    }

    /// <summary>An indicator id in words, e.g. <c>balance over twelve months</c>.</summary>
    internal static string Measure(string id, Flow flow)
    {
        var read = Indicator.Parse(id.Split('/')[0]);
        if (!read.Ok)
        {
            return id;
        }

        var indicator = read.Value;
        var level = $"{What(indicator.Measure, flow)} {Over(indicator.Window)}";
        return indicator.Baseline == Baseline.None ? level : $"change of {level} against {Against(indicator)}";
    }

    private static string What(IndicatorMeasure measure, Flow flow)
    {
        var goods = flow == Flow.Export ? "exports" : "imports";
        return measure switch
        {
            IndicatorMeasure.Value => $"value of {goods}",
            IndicatorMeasure.Quantity => $"quantity of {goods}",
            IndicatorMeasure.UnitValue => $"unit value of {goods}",
            IndicatorMeasure.Share => $"share in {goods}",
            IndicatorMeasure.Balance => "balance (exports minus imports)",
            IndicatorMeasure.CoverRatio => "cover ratio (exports divided by imports)",
            IndicatorMeasure.Ratio => "imports divided by exports",
            _ => "concentration of suppliers (HHI)",
        };
    }

    private static string Over(Window window) => window switch
    {
        Window.Month => "in the month",
        Window.Roll3 => "over three months",
        Window.Roll12 => "over twelve months",
        Window.CalendarYear => "over the calendar year",
        Window.AvgWeekly => "in an average week of twelve months",
        _ => "in an average year of three",
    };

    private static string Against(Indicator indicator) => indicator.Baseline switch
    {
        Baseline.PrevYear => "the same months of the year before",
        Baseline.PrevWindow => "the window before",
        Baseline.Avg3y => "the average of the three years before",
        _ => indicator.FixedPeriod.ToString()!,
    };
}
