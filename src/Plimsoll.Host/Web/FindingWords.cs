using Plimsoll.Agreements;
using Plimsoll.Agreements.Terms;
using Plimsoll.Host.Languages;
using Plimsoll.Indicators;
using Plimsoll.Trade;

namespace Plimsoll.Host.Web;

/// <summary>A finding in the words of a language: whose trade with whom, in what, what was measured, and by which limits it is judged.</summary>
internal sealed class FindingWords(Language language)
{
    private const int ShortLength = 48;

    private Words Words => language.Words;

    /// <summary>Reporter and partner.</summary>
    internal string Parties(Finding finding) => Words.Subject(language.Country(finding.Subject.Reporter), language.Country(finding.Subject.Partner));

    /// <summary>The product's code and its text, which the nomenclature has in English.</summary>
    internal string Product(Finding finding) => Product(finding.Subject.Product, finding.Period.End.Year);

    /// <summary>The product in a few words, for lists and sentences.</summary>
    internal string Short(Finding finding)
    {
        var full = Product(finding);
        return full.Length <= ShortLength ? full : full[..full.LastIndexOf(' ', ShortLength)].TrimEnd(',', ';', ' ') + "…";
    }

    /// <inheritdoc cref="Product(Finding)"/>
    internal string Product(string product, int year)
    {
        if (product == "TOTAL")
        {
            return Words.AllGoods;
        }

        var code = ProductCode.Parse(product);
        var label = code.Ok ? Nomenclature.Label(code.Value, Math.Min(year, Nomenclature.LastListedYear)) : null;
        return label is null ? product : $"{product} {label}";
    }

    /// <summary>An indicator: <c>balance, 12 months on the period before</c>. What is none stays as it is.</summary>
    internal string Measure(string indicator)
    {
        if (Indicator.Parse(indicator.Split('/')[0]) is not { Ok: true, Value: var read })
        {
            return indicator;
        }

        var compared = Words.Compared(read.Baseline);
        return $"{Words.Measure(read.Measure)}, {Words.Window(read.Window)}{(compared.Length > 0 ? " " : "")}{compared}";
    }

    /// <summary>The value that the finding shows: the leading one, or that of the floor where the flow is too small.</summary>
    internal string Value(Clause clause, Finding finding) =>
        BelowFloor.Of(clause, finding) is { } floor ? Words.TooSmall(language.Numbers.Amount(floor.Value, floor.Unit))
        : finding.Readings is [var first, ..] ? (clause.Condition.Thresholds.Count > 1 ? $"{Words.Measure(MeasureOf(first))} " : "") + language.Numbers.Amount(first.Value, first.Unit)
        : "–";

    /// <summary>The limits of a clause on a day, a line for each condition, one for what else it asks.</summary>
    internal IEnumerable<string> Limits(Clause clause, DateOnly day)
    {
        var word = clause.Condition is Combination { K: 1 } ? Words.AnyOf : Words.AllOf;
        foreach (var (i, threshold) in clause.Condition.Thresholds.Index())
        {
            yield return $"{(i == 0 ? "" : $"{word} ")}{Measure(threshold.Indicator)}: {Levels(threshold, day)}";
        }

        if (clause.Materiality is { } floor)
        {
            yield return Words.CountsFrom(Measure(floor.Indicator), $"{floor.Comparator.Symbol()} {language.Numbers.Amount(floor.Value, floor.Unit)}");
        }

        if (clause.Persistence.N > 1)
        {
            yield return Words.KOf(clause.Persistence.K, clause.Persistence.N);
        }
    }

    private string Levels(Threshold threshold, DateOnly day)
    {
        var limits = threshold.On(day) ?? threshold.Values[0];
        return string.Join(", ", limits.Named.Where(n => n.Level is "amber" or "red").Select(n =>
            $"{Words.Zone(n.Level == "red" ? Zone.Red : Zone.Amber)} {threshold.Comparator.Symbol()} {(n.Limit.By is { } by ? Measure(by) : language.Numbers.Amount(n.Limit.Stairs[0].Value, threshold.Unit))}"));
    }

    private static IndicatorMeasure MeasureOf(Reading reading) => Indicator.Parse(reading.Indicator.Split('/')[0]) is { Ok: true, Value: var read } ? read.Measure : IndicatorMeasure.Value;
}
