using Plimsoll.Indicators;
using Plimsoll.Sources;
using Plimsoll.Store;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Run;

/// <summary>Reads one product after another from one party's figures. For one thread.</summary>
internal sealed class SideReader(SideFigures side)
{
    private readonly ProductBlock block = side.Snapshot.NewBlock();
    private readonly Panel panel = new(side.Snapshot, side.Selections);
    private string? supplementary;

    internal IReadOnlyList<Release> Releases => block.Releases;

    internal Figures Figures => side.Figures;

    internal void Open(string product, int lastYear)
    {
        side.Snapshot.Read(CodesOf(product, lastYear), product, block);
        panel.Read(block);
        supplementary = UnitOf(product, lastYear);
    }

    internal IndicatorInputs Read(Subject subject)
    {
        var sums = side[subject];
        return new IndicatorInputs(Series(sums.Imports), Series(sums.Exports))
        {
            PublishedBalance = Series(sums.PublishedBalance),
            Quantity = Series(subject.Flow == Flow.Export ? sums.Exports : sums.Imports, supplementary is null ? Measure.Kilograms : Measure.Supplementary),
            QuantityUnit = supplementary ?? "KG",
            Denominator = Series(sums.Whole),
            Secret = Series(sums.Secret),
            Suppliers = [.. sums.Suppliers.Select(s => new SupplierSeries(s.Partner, panel.Series(s.Imports, Measure.Value)))],
            Currency = CurrencyOf(),
            Statistics = side.Figures == Figures.Reporter ? null : subject.Partner,
        };
    }

    /// <summary>The cells behind <see cref="Read"/>.</summary>
    internal SideCells Cells(Subject subject, string source, int lastYear)
    {
        var sums = side[subject];
        var quantity = supplementary is null ? Measure.Kilograms : Measure.Supplementary;
        SumCells?[] cells =
        [
            Sum("imports", sums.Imports), Sum("exports", sums.Exports), Sum("published balance", sums.PublishedBalance),
            Sum("quantity", subject.Flow == Flow.Export ? sums.Exports : sums.Imports, quantity),
            Sum("denominator", sums.Whole), Sum("secret partners", sums.Secret), SuppliersOf(sums),
        ];
        var step = side.Snapshot.Publication.Periods is [var first, ..] ? first.Months : 1;
        return new SideCells(side.Figures, source, step, CurrencyOf(), CodesOf(subject.Product, lastYear), [.. cells.OfType<SumCells>()]);
    }

    private static SumCells? Sum(string name, Selection? sum, Measure measure = Measure.Value) =>
        sum is null ? null : new SumCells(name, [.. sum.Reporters.Select(c => c.Code)], [.. sum.Partners.Select(c => c.Code)], sum.Flow, measure);

    private static SumCells? SuppliersOf(PairSums sums) => sums.Suppliers is [var first, ..]
        ? Sum("imports from", first.Imports)! with { Partners = [.. sums.Suppliers.Select(s => s.Partner.Code)] }
        : null;

    private static List<string> CodesOf(string product, int lastYear) =>
        Families.Of(product, lastYear)?.AllCodes.Select(c => c.Text).ToList() ?? [product];

    private string CurrencyOf() => block.Releases is [.., var last] ? last.Currency : "EUR";

    private Series? Series(Selection? sum, Measure measure = Measure.Value) => sum is null ? null : panel.Series(sum, measure);

    // Volume is counted in the supplementary unit where the nomenclature has one and the source gives it (docs/methods).
    private string? UnitOf(string product, int year)
    {
        var code = ProductCode.Parse(product);
        if (!code.Ok || code.Value.Kind != ProductKind.Cn8 || !block.Runs.Any(r => r.Supplementary.Length > 0))
        {
            return null;
        }

        return Nomenclature.SupplementaryUnit(code.Value, Math.Min(year, Nomenclature.LastListedYear));
    }
}
