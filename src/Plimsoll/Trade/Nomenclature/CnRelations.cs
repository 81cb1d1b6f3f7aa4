using System.Globalization;

namespace Plimsoll.Trade;

/// <summary>
/// The official relations from the Combined Nomenclature of one year to that of the next, 1988 to 2025. A code in no relation of a
/// step went through it unchanged.
/// </summary>
public static class CnRelations
{
    /// <summary>First year of the first step.</summary>
    public const int FirstYear = 1988;

    /// <summary>Second year of the last step whose relations are bundled.</summary>
    public const int LastYear = 2025;

    private static readonly Lazy<Step[]> Steps = new(Read);

    /// <summary>
    /// The codes of <paramref name="year"/> + 1 that took over from a code of <paramref name="year"/>: itself when nothing changed, several
    /// when it was split. Empty when the code did not stand, when it ended without a published successor, or outside the bundled steps.
    /// </summary>
    public static IReadOnlyList<ProductCode> Successors(ProductCode code, int year) =>
        code.Kind == ProductKind.Cn8 ? [.. After(Nomenclature.Number(code), year).Order().Select(Nomenclature.ToCode)] : [];

    /// <summary>The codes of <paramref name="year"/> − 1 that a code of <paramref name="year"/> took over from; empty as for <see cref="Successors"/>.</summary>
    public static IReadOnlyList<ProductCode> Predecessors(ProductCode code, int year) =>
        code.Kind == ProductKind.Cn8 ? [.. Before(Nomenclature.Number(code), year).Order().Select(Nomenclature.ToCode)] : [];

    /// <summary>Successors by number. Between 2025 and 2026, where no relation is published yet, a code that stands in both lists carries over.</summary>
    internal static IEnumerable<int> After(int code, int year) => Nomenclature.Stood(code, year) && StepFrom(year) is { } step
        ? CarriesOver(step, code, year) ? [code] : step.Forward[code]
        : [];

    /// <summary>Predecessors by number.</summary>
    internal static IEnumerable<int> Before(int code, int year) => Nomenclature.Stood(code, year) && StepFrom(year - 1) is { } step
        ? CarriesOver(step, code, year - 1) ? [code] : step.Back[code]
        : [];

    private static bool CarriesOver(Step step, int code, int year) =>
        !step.Forward.Contains(code) && !step.Back.Contains(code) && Nomenclature.Stood(code, year) && Nomenclature.Stood(code, year + 1);

    private static Step? StepFrom(int year) => year is >= FirstYear and < Nomenclature.LastListedYear ? Steps.Value[year - FirstYear] : null;

    private static Step[] Read()
    {
        var years = Packed.Rows("cn_relations.tsv.gz")
            .Select(row => (Year: Int(row[0]), From: Int(row[1]), To: Int(row[2])))
            .ToLookup(row => row.Year);
        return [.. Enumerable.Range(FirstYear, Nomenclature.LastListedYear - FirstYear)
            .Select(year => new Step(years[year].ToLookup(row => row.From, row => row.To), years[year].ToLookup(row => row.To, row => row.From)))];
    }

    private static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Step(ILookup<int, int> Forward, ILookup<int, int> Back);
}
