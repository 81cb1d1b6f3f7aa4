namespace Plimsoll.Trade;

/// <summary>What goods are for, in the terms of the System of National Accounts, as BEC Rev. 4 groups them.</summary>
public enum EndUse
{
    /// <summary>No category is bundled, or the product falls under several with different uses.</summary>
    Undetermined,

    /// <summary>Capital goods: BEC 41 and 521.</summary>
    Capital,

    /// <summary>Intermediate goods: BEC 111, 121, 21, 22, 31, 322, 42 and 53.</summary>
    Intermediate,

    /// <summary>Consumption goods: BEC 112, 122, 522, 61, 62 and 63.</summary>
    Consumption,

    /// <summary>BEC 321 and 32 (motor spirit), 51 (passenger cars) and 7 (not elsewhere specified): used for more than one purpose.</summary>
    Mixed,
}
