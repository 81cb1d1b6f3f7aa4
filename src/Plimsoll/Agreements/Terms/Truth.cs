namespace Plimsoll.Agreements.Terms;

/// <summary>Kleene's three values, in an order that makes "and" the smallest and "or" the largest.</summary>
public enum Truth
{
    /// <summary>Known to be false.</summary>
    No,

    /// <summary>A reading that would decide it is missing.</summary>
    Unknown,

    /// <summary>Known to be true.</summary>
    Yes,
}
