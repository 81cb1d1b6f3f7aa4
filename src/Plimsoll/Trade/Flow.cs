namespace Plimsoll.Trade;

/// <summary>Direction of trade, with Comext's codes, seen from the reporter.</summary>
public enum Flow
{
    /// <summary>Not given.</summary>
    None = 0,

    /// <summary>Goods that enter the reporter, valued CIF.</summary>
    Import = 1,

    /// <summary>Goods that leave the reporter, valued FOB.</summary>
    Export = 2,

    /// <summary>Exports minus imports as the source published it, where the levels were not published. Never summed with levels.</summary>
    Balance = 3,
}
