namespace Plimsoll.Trade;

/// <summary>What the nomenclature of a year says about a code.</summary>
public enum CodeStanding
{
    /// <summary>
    /// No list can judge it: a year outside the bundled lists, a code with letters (masked, totals), or chapters 98 and 99, which
    /// belong to the statistics and not to the Combined Nomenclature. Never a reason to refuse a row.
    /// </summary>
    NotListed,

    /// <summary>In the list of that year.</summary>
    Valid,

    /// <summary>Not in the list of that year, but in the list of another bundled year.</summary>
    OtherYear,

    /// <summary>In no bundled list.</summary>
    Unknown,
}
