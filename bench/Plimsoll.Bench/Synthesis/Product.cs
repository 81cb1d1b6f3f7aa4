namespace Plimsoll.Bench.Synthesis;

/// <summary>A product code with all that a Comext row prints beside it.</summary>
/// <param name="Code">PRODUCT_NC.</param>
/// <param name="FirstYear">First year of the nomenclature that has it.</param>
/// <param name="LastYear">Last year that has it.</param>
/// <param name="Unit">SUPPL_UNIT; <c>NO_SU</c> without one.</param>
/// <param name="Classes">SITC, CPA 2.1, CPA 2.2, BEC, BEC5 and section, separated by commas.</param>
internal sealed record Product(string Code, int FirstYear, int LastYear, string Unit, string Classes)
{
    /// <summary>True for a code that hides digits, <c>39XXXXXX</c>.</summary>
    public bool IsMasked => Code[^1] == 'X';

    /// <summary>True when the product has a supplementary unit.</summary>
    public bool HasUnit => Unit is not "NO_SU";

    /// <summary>True when the nomenclature of <paramref name="year"/> has the code.</summary>
    public bool IsValidIn(int year) => year >= FirstYear && year <= LastYear;
}
