using System.Globalization;

namespace Plimsoll.Ledger.Json;

/// <summary>Doubles as ECMAScript writes them, which RFC 8785 §3.2.2.3 prescribes.</summary>
internal static class NumberText
{
    // Below this many digits before the point, and above this many zeros after it, ECMAScript turns to exponents.
    private const int LargestPlainPoint = 21;
    private const int SmallestPlainPoint = -6;

    /// <summary>The shortest digits that read back as the same double, laid out by Number::toString of ECMA-262.</summary>
    internal static string Of(double number)
    {
        if (number == 0)
        {
            return "0";
        }

        // The runtime finds the shortest digits, "-d.dddE+xxx"; only its layout differs.
        var text = number.ToString("R", CultureInfo.InvariantCulture).AsSpan();
        var sign = text[0] == '-' ? "-" : "";
        text = text[sign.Length..];
        var exponentAt = text.IndexOf('E');
        var exponent = exponentAt < 0 ? 0 : int.Parse(text[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = exponentAt < 0 ? text : text[..exponentAt];
        var pointAt = mantissa.IndexOf('.');
        var whole = pointAt < 0 ? mantissa : mantissa[..pointAt];
        var digits = pointAt < 0 ? whole.ToString() : string.Concat(whole, mantissa[(pointAt + 1)..]);
        var leading = digits.Length - digits.TrimStart('0').Length;
        return sign + Lay(digits.Trim('0'), whole.Length + exponent - leading);
    }

    // The value is 0.digits × 10^point.
    private static string Lay(string digits, int point)
    {
        if (point > LargestPlainPoint || point <= SmallestPlainPoint)
        {
            var fraction = digits.Length > 1 ? $".{digits[1..]}" : "";
            return string.Create(CultureInfo.InvariantCulture, $"{digits[0]}{fraction}e{(point > 0 ? "+" : "-")}{Math.Abs(point - 1)}");
        }

        if (point <= 0)
        {
            return $"0.{new string('0', -point)}{digits}";
        }

        return point >= digits.Length ? digits.PadRight(point, '0') : $"{digits[..point]}.{digits[point..]}";
    }
}
