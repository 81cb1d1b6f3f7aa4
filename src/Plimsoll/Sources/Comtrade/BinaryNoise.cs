using System.Globalization;
using Plimsoll.Trade;

namespace Plimsoll.Sources.Comtrade;

/// <summary>Amounts that passed through binary floating point before they were written.</summary>
internal static class BinaryNoise
{
    /// <summary>A double carries 15 to 17 digits: beyond this share of the amount, a difference is no rounding noise.</summary>
    private const decimal Share = 1e-14m;

    /// <summary>
    /// Thousandths of <paramref name="text"/> × <paramref name="multiplier"/>. Digits beyond the third decimal are dropped when binary
    /// floating point explains them (<c>1018.9999999999999</c> is 1019.000), and are fault <c>SRC-0227</c> when not.
    /// </summary>
    internal static Parsed<long> Read(string text, decimal multiplier)
    {
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e15m)
        {
            var exact = number * multiplier;
            var rounded = Math.Round(exact, 3, MidpointRounding.ToEven);
            if (Math.Abs(exact - rounded) <= Math.Abs(exact) * Share && Fixed3.FromDecimal(rounded) is { } thousandths)
            {
                return thousandths;
            }
        }

        return new Fault("SRC-0227", "Not an amount with at most three decimals.", text);
    }
}
