namespace Plimsoll.Store;

/// <summary>Zero, suppressed and missing are three different things; this says which one a point is.</summary>
public enum PointState
{
    /// <summary>The source has published nothing for the period: no value.</summary>
    Missing,

    /// <summary>Only some of the reporters have published the period: no value, since a sum would be too small.</summary>
    Partial,

    /// <summary>At least one cell is confidential: the value is the sum of the others, a lower bound.</summary>
    Suppressed,

    /// <summary>The value is complete; zero when the period is published and the cell had no trade.</summary>
    Published,
}
