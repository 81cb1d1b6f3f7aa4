using Plimsoll.Trade;

namespace Plimsoll.Sources.Sdmx;

/// <summary>Reads the codes of a record's dimensions that all sources here share; countries and products are for <see cref="CodeCheck"/>.</summary>
internal static class Codes
{
    /// <summary>Direction by Comext's digits or SDMX's words; fault <c>SRC-0122</c> otherwise.</summary>
    internal static Parsed<Flow> Flow(string text) => text switch
    {
        "1" or "IMP" or "IMPORT" => Trade.Flow.Import,
        "2" or "EXP" or "EXPORT" => Trade.Flow.Export,
        "3" or "BAL" => Trade.Flow.Balance,
        _ => new Fault("SRC-0122", "Not a flow. Write 1 or IMP for imports, 2 or EXP for exports.", text),
    };

    /// <summary>A period, also when it is written as a date and time at midnight; fault <c>TRD-0003</c> otherwise.</summary>
    internal static Parsed<Period> Period(string text)
    {
        var midnight = text.IndexOf("T00:00:00", StringComparison.Ordinal);
        return Trade.Period.Parse(midnight == DateLength ? text[..DateLength] : text);
    }

    /// <summary>
    /// The period that a record of that frequency covers: a date is the first day of its month, quarter or year.
    /// Fault <c>SRC-0124</c> when frequency and period disagree or the frequency is not A, Q or M. An empty frequency says nothing.
    /// </summary>
    internal static Parsed<Period> Settle(Period period, ReadOnlySpan<char> text, ReadOnlySpan<char> frequency)
    {
        var months = frequency switch
        {
            "" => period.Months,
            "M" => 1,
            "Q" => 3,
            "A" => 12,
            _ => 0,
        };
        var startsThere = text.Length >= DateLength && period.Months == 1 && months > 0 && (period.Start.Number - 1) % months == 0;
        return months == period.Months || startsThere
            ? period with { Months = months }
            : new Fault("SRC-0124", $"The period {text} is not one of frequency '{frequency}'. Frequencies are M, Q and A.", text.ToString());
    }

    private const int DateLength = 10;
}
