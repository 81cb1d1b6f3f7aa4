using System.Globalization;
using Plimsoll.Trade;

namespace Plimsoll.Sources.Comext;

/// <summary>Reads a value or quantity of a bulk file into thousandths.</summary>
internal static class ComextNumber
{
    /// <summary>The exact amount, <see cref="Fixed3.Null"/> for an empty field, or the fault that says what is wrong with it.</summary>
    internal static Parsed<long> Read(string text)
    {
        if (text.Length == 0)
        {
            return Fixed3.Null;
        }

        // An exponent is the mark of a spreadsheet, which rounds what it writes so; the source writes digits.
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount))
        {
            return new Fault("SRC-0015", "Not a number. Write digits with a point, such as 1234.5; leave the field empty when there is no value.", text);
        }

        if (amount < 0)
        {
            return new Fault("SRC-0016", "A trade value or quantity cannot be negative.", text);
        }

        return Fixed3.FromDecimal(amount) is { } thousandths
            ? thousandths
            : new Fault("SRC-0017", "More than three decimals, or larger than 999,999,999,999,999.", text);
    }
}
