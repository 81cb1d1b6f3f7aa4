namespace Plimsoll.Bench.Synthesis;

/// <summary>What a written month holds, to check a reader against.</summary>
/// <param name="Rows">Rows without the header, bad ones included.</param>
/// <param name="Bytes">Length of the text.</param>
/// <param name="BadRows">Rows that a reader must refuse.</param>
/// <param name="ImportEuro">Sum of VALUE_EUR over the good rows of FLOW 1; with the TOTAL rows, so that it counts twice.</param>
/// <param name="ExportEuro">The same of FLOW 2.</param>
/// <param name="Kilograms">Sum of QUANTITY_KG over the good rows.</param>
internal sealed record MonthTally(long Rows, long Bytes, int BadRows, long ImportEuro, long ExportEuro, long Kilograms);
