namespace Plimsoll.Indicators;

/// <summary>What the window is compared with. Written in snake case after <c>vs_</c>: <c>vs_prev_year</c>.</summary>
public enum Baseline
{
    /// <summary>Nothing: the reading is a level.</summary>
    None,

    /// <summary>The same window twelve months earlier.</summary>
    PrevYear,

    /// <summary>The window of the same length that ends where this one begins (L12 against P12).</summary>
    PrevWindow,

    /// <summary>The average of the same window 12, 24 and 36 months earlier.</summary>
    Avg3y,

    /// <summary>The same window ending with a period that is named once and for all, <see cref="Indicator.FixedPeriod"/>.</summary>
    Fixed,
}
