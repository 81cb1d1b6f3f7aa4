using Plimsoll.Trade;

namespace Plimsoll.Store.Query;

/// <summary>A question to the SQL door. Empty lists mean everything; sums never mix aggregates with their members.</summary>
/// <param name="Source">Line of vintages, e.g. <c>comext</c>.</param>
public sealed record TradeQuery(string Source)
{
    /// <summary>Reporters, or a group, which is then one reporter: published as such, else the sum of its members.</summary>
    public IReadOnlyList<string> Reporters { get; init; } = [];

    /// <summary>Partners, or groups.</summary>
    public IReadOnlyList<string> Partners { get; init; } = [];

    /// <summary>Product codes as the source writes them.</summary>
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>None for both.</summary>
    public Flow Flow { get; init; }

    /// <summary>First month; null for the beginning.</summary>
    public Month? From { get; init; }

    /// <summary>Last month; null for the end.</summary>
    public Month? To { get; init; }

    /// <summary>What to keep apart.</summary>
    public QueryDimensions By { get; init; } = QueryDimensions.Reporter | QueryDimensions.Partner | QueryDimensions.Product | QueryDimensions.Month;

    /// <summary>Length of the periods asked for: 1 for months, 12 for annual figures, 0 for all that the source published.</summary>
    public int Months { get; init; } = 1;

    /// <summary>Vintage; null for the newest.</summary>
    public DateOnly? AsOf { get; init; }
}
