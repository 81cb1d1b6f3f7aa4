using System.Globalization;

namespace Plimsoll.Trade;

/// <summary>
/// A run of whole months: a month, a quarter, a year, or the combined and cumulative spans of China Customs
/// (January–February, January–May). Two periods are equal when they cover the same months.
/// </summary>
/// <param name="Start">First month.</param>
/// <param name="Months">Length in months, 1 to 255.</param>
public readonly record struct Period(Month Start, int Months) : IComparable<Period>
{
    /// <summary>One month.</summary>
    public static Period Of(Month month) => new(month, 1);

    /// <summary>A calendar year.</summary>
    public static Period OfYear(int year) => new(Month.Of(year, 1), 12);

    /// <summary>Last month.</summary>
    public Month End => Start.Plus(Months - 1);

    /// <summary>
    /// Reads <c>2026-09</c>, <c>2026-M09</c>, <c>2026M09</c>, <c>202609</c>, <c>2026-Q3</c>, <c>2026Q3</c>, <c>2026</c>,
    /// <c>2026-A1</c>, <c>202652</c> (Comext's annual files), <c>2026-09-01</c> (first day of a month) and the SDMX time range
    /// <c>2026-01-01/P2M</c>. Fault <c>TRD-0003</c> otherwise.
    /// </summary>
    public static Parsed<Period> Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var found = slash >= 0 ? ReadRange(text, slash) : ReadSimple(text.AsSpan());
        return found is { } period
            ? period
            : new Fault("TRD-0003", "Not a period. Write 2026-09, 2026-Q3, 2026 or 2026-01-01/P2M.", text);
    }

    /// <inheritdoc/>
    public int CompareTo(Period other) =>
        Start != other.Start ? Start.CompareTo(other.Start) : Months.CompareTo(other.Months);

    /// <summary>SDMX: <c>2026-09</c>, <c>2026-Q3</c>, <c>2026</c>, else the time range <c>2026-01-01/P2M</c>.</summary>
    public override string ToString() => (Months, Start.Number) switch
    {
        (1, _) => Start.ToString(),
        (12, 1) => Start.Year.ToString("D4", CultureInfo.InvariantCulture),
        (3, 1 or 4 or 7 or 10) => string.Create(CultureInfo.InvariantCulture, $"{Start.Year:D4}-Q{((Start.Number - 1) / 3) + 1}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Start}-01/P{Months}M"),
    };

    private static Period? ReadRange(string text, int slash)
    {
        var span = text.AsSpan();
        var length = span[(slash + 1)..];
        if (ReadSimple(span[..slash]) is not { Months: 1 } first || length is not ['P', .., 'M' or 'Y'])
        {
            return null;
        }

        var number = ReadNumber(length[1..^1]);
        var months = length[^1] == 'Y' ? number * 12 : number;
        return months is >= 1 and <= 255 ? first with { Months = months } : null;
    }

    private static Period? ReadSimple(ReadOnlySpan<char> text)
    {
        if (text.Length < 4 || ReadNumber(text[..4]) is var year && year is < 1900 or > 2200)
        {
            return null;
        }

        var rest = text[4..] is ['-', .. var dashed] ? dashed : text[4..];
        return rest switch
        {
            [] => text.Length == 4 ? OfYear(year) : null,
            ['A'] or ['A', '1'] => OfYear(year),
            ['5', '2'] when text.Length == 6 => OfYear(year),
            ['Q', >= '1' and <= '4'] => new Period(Month.Of(year, ((rest[1] - '1') * 3) + 1), 3),
            ['M', _, _] => OfMonth(year, rest[1..]),
            [_, _] => OfMonth(year, rest),
            [_, _, '-', '0', '1'] when text.Length == 10 => OfMonth(year, rest[..2]),
            _ => null,
        };
    }

    private static Period? OfMonth(int year, ReadOnlySpan<char> digits) =>
        ReadNumber(digits) is var month and >= 1 and <= 12 ? Of(Month.Of(year, month)) : null;

    private static int ReadNumber(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
