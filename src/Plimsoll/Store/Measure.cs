namespace Plimsoll.Store;

/// <summary>Which column of a row is meant.</summary>
public enum Measure
{
    /// <summary>Statistical value in the release's currency.</summary>
    Value,

    /// <summary>Net mass in kilograms.</summary>
    Kilograms,

    /// <summary>Quantity in the product's supplementary unit.</summary>
    Supplementary,
}
