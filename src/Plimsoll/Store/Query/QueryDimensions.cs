namespace Plimsoll.Store.Query;

/// <summary>What a query may keep apart. Flow is always kept: imports and exports do not add.</summary>
[Flags]
public enum QueryDimensions
{
    /// <summary>Everything summed.</summary>
    None = 0,

    /// <summary>Reporter.</summary>
    Reporter = 1,

    /// <summary>Partner.</summary>
    Partner = 2,

    /// <summary>Product.</summary>
    Product = 4,

    /// <summary>Month, or the period that the source published.</summary>
    Month = 8,

    /// <summary>Calendar year; a year with an unpublished month has no value.</summary>
    Year = 16,
}
