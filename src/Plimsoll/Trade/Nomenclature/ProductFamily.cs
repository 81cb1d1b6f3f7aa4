namespace Plimsoll.Trade;

/// <summary>
/// A product over several years: the smallest set of CN codes, year by year, that is closed under the official relations, so that its
/// total means the same in each year. When a code is split, the family holds all its parts and all that was merged with them
/// (the connected component of Pierce and Schott, 2012; for the CN, Van Beveren, Bernard and Vandenbussche, 2012).
/// </summary>
public sealed class ProductFamily
{
    private readonly IReadOnlyList<ProductCode>[] codes;

    private ProductFamily(int fromYear, IReadOnlyList<ProductCode>[] codes)
    {
        FromYear = fromYear;
        this.codes = codes;
        AllCodes = [.. codes.SelectMany(year => year).Distinct().Order()];
        Warnings = FamilyWarnings.Of(this);
    }

    /// <summary>First year.</summary>
    public int FromYear { get; }

    /// <summary>Last year.</summary>
    public int ToYear => FromYear + codes.Length - 1;

    /// <summary>Reasons to read the family with care (<c>TRD-0013</c> to <c>TRD-0015</c>); empty for most.</summary>
    public IReadOnlyList<Fault> Warnings { get; }

    /// <summary>All codes of all years, ascending.</summary>
    public IReadOnlyList<ProductCode> AllCodes { get; }

    /// <summary>True when one and the same code stands for the product in every year.</summary>
    public bool IsOneCode => AllCodes.Count == 1;

    /// <summary>The name of the family: its lowest code in the last year.</summary>
    public ProductCode Name => codes[^1][0];

    /// <summary>The codes to add up in a year, ascending; never empty. An <see cref="ArgumentOutOfRangeException"/> outside the family's years.</summary>
    public IReadOnlyList<ProductCode> CodesIn(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FromYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, ToYear);
        return codes[year - FromYear];
    }

    /// <summary>
    /// The family that a CN code belongs to between two years (1988 to 2026); the code may stand in any of them. Faults: <c>TRD-0010</c>
    /// no CN code of these years, <c>TRD-0011</c> a relation that the family needs is not published, <c>TRD-0012</c> years out of range.
    /// </summary>
    public static Parsed<ProductFamily> Of(ProductCode cn8, int fromYear, int toYear)
    {
        if (fromYear < Nomenclature.FirstYear || toYear > Nomenclature.LastListedYear || fromYear > toYear)
        {
            return new Fault("TRD-0012", $"Families cover {Nomenclature.FirstYear} to {Nomenclature.LastListedYear}, first year first.", $"{fromYear} to {toYear}");
        }

        if (cn8.Kind != ProductKind.Cn8 || !Enumerable.Range(fromYear, toYear - fromYear + 1).Any(year => Nomenclature.Stood(Nomenclature.Number(cn8), year)))
        {
            var near = string.Join(", ", Nomenclature.NearMatches(cn8.Text));
            return new Fault("TRD-0010", $"Not a CN code of {fromYear} to {toYear}.{(near.Length == 0 ? "" : $" Near: {near}.")}", cn8.Text);
        }

        var walk = new FamilyWalk(fromYear, toYear);
        walk.Reach(Nomenclature.Number(cn8));
        return walk.Gap is { } gap ? gap : new ProductFamily(fromYear, walk.Codes());
    }
}
