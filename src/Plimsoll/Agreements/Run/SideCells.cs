namespace Plimsoll.Agreements.Run;

/// <summary>Which cells of one party's figures enter the sums of a subject.</summary>
/// <param name="Figures">Whose figures.</param>
/// <param name="Source">Line of vintages, e.g. <c>comext</c>.</param>
/// <param name="Step">Months in each of its periods.</param>
/// <param name="Currency">Currency of its values.</param>
/// <param name="Products">Codes that are read as the product: one, or those of its family.</param>
/// <param name="Sums">The sums, under the names by which readings list them.</param>
internal sealed record SideCells(Figures Figures, string Source, int Step, string Currency, IReadOnlyList<string> Products, IReadOnlyList<SumCells> Sums);
