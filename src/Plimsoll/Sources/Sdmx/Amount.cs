using System.Globalization;
using Plimsoll.Trade;

namespace Plimsoll.Sources.Sdmx;

/// <summary>Reads a published number into thousandths, exactly.</summary>
internal static class Amount
{
    /// <summary>Beyond this a decimal would round what it reads.</summary>
    private const int LengthLimit = 28;

    /// <summary>Significant digits from which a text can be a printed binary fraction.</summary>
    private const int NoiseLength = 15;

    /// <summary>Share of the amount that binary noise stays under.</summary>
    private const decimal Noise = 1e-12m;

    private const decimal Largest = 1e15m;

    private const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent;

    /// <summary>True for the texts by which a source says that there is no value: nothing, a colon, or the NA of the R packages.</summary>
    internal static bool IsAbsent(ReadOnlySpan<char> text) => text is "" or ":" or "NA";

    /// <summary>
    /// Thousandths of <paramref name="scale"/> times the number. Faults: <c>SRC-0125</c> not a number, <c>SRC-0126</c> negative where
    /// <paramref name="signed"/> is false, <c>SRC-0127</c> more than three decimals, <c>SRC-0128</c> out of range.
    /// Decimals that a binary fraction left behind (32310.000000000004) are rounded away; real ones never are.
    /// </summary>
    internal static Parsed<long> Read(ReadOnlySpan<char> text, decimal scale, bool signed)
    {
        if (!decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number))
        {
            return IsNumeral(text)
                ? new Fault("SRC-0128", "The number is outside the range that a trade figure can have.", text.ToString())
                : new Fault("SRC-0125", "Not a number. Write digits with a point, or nothing when there is no value.", text.ToString());
        }

        if (number < 0 && !signed)
        {
            return new Fault("SRC-0126", "A value or quantity of trade is not negative.", text.ToString());
        }

        if (Math.Abs(number) >= Largest / scale)
        {
            return new Fault("SRC-0128", "The number is outside the range that a trade figure can have.", text.ToString());
        }

        var exact = text.Length <= LengthLimit && !Vanished(number, text);
        return exact && Fixed3.FromDecimal(WithoutNoise(number * scale, text)) is { } thousandths
            ? thousandths
            : new Fault("SRC-0127", "More than three decimals: a thousandth is the smallest amount that is kept.", text.ToString());
    }

    private static decimal WithoutNoise(decimal amount, ReadOnlySpan<char> text)
    {
        var rounded = Math.Round(amount, 3);
        return text.Length > NoiseLength && Math.Abs(amount - rounded) <= Math.Abs(amount) * Noise ? rounded : amount;
    }

    /// <summary>True for a number too large for a decimal; the words NaN and Infinity are none.</summary>
    private static bool IsNumeral(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('0', '9') && double.TryParse(text, Style, CultureInfo.InvariantCulture, out _);

    /// <summary>True when a number too small for a decimal was read as zero.</summary>
    private static bool Vanished(decimal number, ReadOnlySpan<char> text)
    {
        var exponent = text.IndexOfAny('e', 'E');
        return number == 0 && text[..(exponent < 0 ? text.Length : exponent)].ContainsAnyInRange('1', '9');
    }
}
