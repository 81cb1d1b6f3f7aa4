namespace Plimsoll.Trade;

/// <summary>One line of the geonomenclature: a code, what it means, and for how long.</summary>
/// <param name="Country">The code, in the canonical form that Plimsoll shows.</param>
/// <param name="Name">English name in the period of validity.</param>
/// <param name="From">First month in which the code stands for this.</param>
/// <param name="To">Last month; null while the code stands.</param>
public sealed record GeoEntry(Country Country, string Name, Month From, Month? To)
{
    /// <summary>True when the code stands for this in that month.</summary>
    public bool IsValidAt(Month month) => month >= From && !(month > To);
}
