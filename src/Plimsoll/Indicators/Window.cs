namespace Plimsoll.Indicators;

/// <summary>Which months enter. Written in snake case: <c>calendar_year</c>.</summary>
public enum Window
{
    /// <summary>The month itself.</summary>
    Month,

    /// <summary>The month and the two before it.</summary>
    Roll3,

    /// <summary>The month and the eleven before it.</summary>
    Roll12,

    /// <summary>The last calendar year that is over at the end of the period asked for.</summary>
    CalendarYear,

    /// <summary>The twelve months that end with the period, as an amount for seven days.</summary>
    AvgWeekly,

    /// <summary>The 36 months that end with the period, as an amount for one year.</summary>
    Avg3y,
}
