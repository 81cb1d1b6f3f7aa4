using Plimsoll.Trade;

namespace Plimsoll.Indicators;

/// <summary>The reasons for which an indicator has no value, each with its page under docs/codes.</summary>
internal static class IndicatorFaults
{
    internal static Fault NotAnIndicator(string text) => new(
        "IND-0001",
        $"Not an indicator. Write measure.window or measure.window.vs_baseline; measures: {Listed<IndicatorMeasure>()}; windows: {Listed<Window>()}; "
        + $"baselines: {Listed<Baseline>()} (a fixed one names its period: vs_fixed.2023).",
        text);

    internal static Fault NotGiven(string input) => new("IND-0002", "The computation needs an input that was not given.", input);

    internal static Fault NotPublished(string input) => new("IND-0003", "The source has published nothing for a period that the window needs.", input);

    internal static Fault PartlyPublished(string input) => new("IND-0004", "Only some reporters have published a period that the window needs; a sum would be too small.", input);

    internal static Fault NewFlow() => new("IND-0005", "A new flow: there was no trade in the baseline, so growth is undefined.");

    internal static Fault NoTrade() => new("IND-0006", "No trade in the window and none in the baseline, so growth is undefined.");

    internal static Fault NotADeficit(decimal now, decimal then) => new(
        "IND-0007", "Growth of a deficit needs a deficit in both windows; the change in currency units is among the inputs.", $"{Text(then)} to {Text(now)}");

    internal static Fault NothingToDivideBy(string what) => new("IND-0008", "The quantity to divide by is zero.", what);

    internal static Fault NoQuantity() => new("IND-0009", "There is a value and no quantity, so there is no unit value.");

    internal static Fault PartAboveWhole(decimal part, decimal whole) =>
        new("IND-0010", "A part is larger than its whole: the two series are not of the same scope.", $"{Text(part)} of {Text(whole)}");

    internal static Fault TooSecret(decimal share) =>
        new("IND-0011", "More than a tenth of the value has no known supplier, so there is no verdict on concentration; see the interval.", Text(share));

    internal static Fault TooCoarse(string input) => new("IND-0012", "The series comes in periods that do not fit into the window.", input);

    internal static Fault NoFlow() => new("IND-0013", "The subject names no direction; say import or export.");

    internal static Fault Unbounded() =>
        new("IND-0014", "A supplier's trade is suppressed and no total was given, so concentration cannot be bounded.");

    internal static Fault Negative(string what) => new("IND-0015", "An amount of trade that must not be negative is.", what);

    internal static Fault BeyondExactness() =>
        new("IND-0016", "Unit values and quantities of the two periods lie too far apart for a split whose parts sum exactly; use the logarithmic one.");

    private static string Text(decimal number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Listed<T>()
        where T : struct, Enum => string.Join(", ", Word<T>.All);
}
