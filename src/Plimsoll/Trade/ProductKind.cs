namespace Plimsoll.Trade;

/// <summary>What kind of thing a product code names.</summary>
public enum ProductKind
{
    /// <summary>All goods.</summary>
    Total,

    /// <summary>Chapter, two digits.</summary>
    Hs2,

    /// <summary>Heading, four digits.</summary>
    Hs4,

    /// <summary>Subheading, six digits, common to all customs tariffs.</summary>
    Hs6,

    /// <summary>Combined Nomenclature of one year, eight digits.</summary>
    Cn8,

    /// <summary>A code with letters in place of digits: trade whose product is secret (<c>39XXXXXX</c>, <c>99RRR100</c>).</summary>
    Masked,

    /// <summary>Any other list's code: SITC sections, the commodity lines of China Customs.</summary>
    Other,
}
