using System.Globalization;

namespace Plimsoll.Trade;

/// <summary>A calendar month, counted from January of year 0 so that month arithmetic is integer arithmetic.</summary>
/// <param name="Index">Year × 12 + month − 1.</param>
public readonly record struct Month(int Index) : IComparable<Month>
{
    /// <summary>The month <paramref name="month"/> (1 to 12) of <paramref name="year"/>.</summary>
    public static Month Of(int year, int month) => new((year * 12) + month - 1);

    /// <summary>The month that a day falls in.</summary>
    public static Month Of(DateOnly day) => Of(day.Year, day.Month);

    /// <summary>Calendar year.</summary>
    public int Year => Index / 12;

    /// <summary>1 to 12.</summary>
    public int Number => (Index % 12) + 1;

    /// <summary>The first day of the month.</summary>
    public DateOnly FirstDay => new(Year, Number, 1);

    /// <summary>The month that many months later; negative for earlier.</summary>
    public Month Plus(int months) => new(Index + months);

    /// <inheritdoc/>
    public int CompareTo(Month other) => Index.CompareTo(other.Index);

    /// <summary>Earlier than.</summary>
    public static bool operator <(Month left, Month right) => left.Index < right.Index;

    /// <summary>Later than.</summary>
    public static bool operator >(Month left, Month right) => left.Index > right.Index;

    /// <summary>Not later than.</summary>
    public static bool operator <=(Month left, Month right) => left.Index <= right.Index;

    /// <summary>Not earlier than.</summary>
    public static bool operator >=(Month left, Month right) => left.Index >= right.Index;

    /// <summary>ISO 8601 and SDMX: <c>2026-09</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Number:D2}");
}
