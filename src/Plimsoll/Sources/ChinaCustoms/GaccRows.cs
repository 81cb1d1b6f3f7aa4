using Plimsoll.Trade;

namespace Plimsoll.Sources.ChinaCustoms;

/// <summary>Turns rows of a release table into observations. A record is one figure of table (4), or one quantity with its value.</summary>
internal sealed class GaccRows(ObservationWriter rows, IReleaseSink sink)
{
    private readonly HashSet<(Country, ProductCode, Flow, Period)> seen = [];

    /// <summary>Writes one row of table (4): a partner.</summary>
    internal void WriteCountry(GaccTable table, GaccTable.Row row)
    {
        foreach (var column in table.Columns)
        {
            var value = GaccFigure.Read(Cell(row, column), table.Multiplier);
            var partner = GaccPartners.Find(row.Cells[0], column.Period);
            if ((partner.Fault ?? value.Fault) is { } fault)
            {
                sink.Refuse(row.Line, (partner.Ok ? column.Index : 0) + 1, fault);
            }
            else
            {
                var cell = new Observation(Country.China, partner.Value, ProductCode.Total, column.Flow, column.Period);
                Write(row.Line, column.Index + 1, cell with { Value = value.Value });
            }
        }
    }

    /// <summary>Writes one figure of all goods with one partner.</summary>
    internal void WritePartner((long Line, int Column) at, (string Partner, Flow Flow, Period Period) key, Parsed<long> value, ObservationFlags flags)
    {
        var partner = GaccPartners.Find(key.Partner, key.Period);
        if ((partner.Fault ?? value.Fault) is { } fault)
        {
            sink.Refuse(at.Line, at.Column, fault);
            return;
        }

        Write(at.Line, at.Column, new Observation(Country.China, partner.Value, ProductCode.Total, key.Flow, key.Period) { Value = value.Value, Flags = flags });
    }

    /// <summary>Writes one row of table (5) or (6): a commodity, with all partners together.</summary>
    internal void WriteCommodity(GaccTable table, GaccTable.Row row, Flow flow)
    {
        var unit = GaccFigure.ReadQuantityUnit(row.Cells.Count > 1 ? row.Cells[1] : "");
        foreach (var pair in table.Columns.GroupBy(column => column.Period))
        {
            // The head of May 2026's imports names 2024 over figures of 2025, as their growth rates show: they would rewrite a wrong year.
            var year = pair.Key.Start.Year;
            if (year != table.Year && year != table.Year - 1)
            {
                sink.Refuse(row.Line, pair.First().Index + 1, new Fault("SRC-0209", $"The head names {year} in a release of {table.Year}, which compares with the year before only.", row.Cells[0]));
                continue;
            }

            var (value, quantity) = (pair.FirstOrDefault(c => !c.IsQuantity), pair.FirstOrDefault(c => c.IsQuantity));
            WritePair(
                (row.Line, pair.First().Index + 1),
                (row.Cells[0], flow, pair.Key),
                value is null ? Fixed3.Null : GaccFigure.Read(Cell(row, value), table.Multiplier),
                quantity is null ? Fixed3.Null : GaccFigure.Read(Cell(row, quantity), unit.Multiplier),
                unit.Unit);
        }
    }

    /// <summary>Writes the value and the quantity of one commodity over one period; both missing is a cell without a figure.</summary>
    internal void WritePair(
        (long Line, int Column) at, (string Commodity, Flow Flow, Period Period) key, Parsed<long> value, Parsed<long> quantity, string unit)
    {
        var product = GaccCommodity.Code(key.Commodity);
        var unitless = quantity.Ok && quantity.Value != Fixed3.Null && unit.Length == 0
            ? new Fault("SRC-0205", "A quantity without a unit.", key.Commodity)
            : null;
        if ((product.Fault ?? value.Fault ?? quantity.Fault ?? unitless) is { } fault)
        {
            sink.Refuse(at.Line, at.Column, fault);
            return;
        }

        var cell = new Observation(Country.China, Country.World, product.Value, key.Flow, key.Period) { Value = value.Value };
        Write(at.Line, at.Column, unit is "KG"
            ? cell with { QuantityKg = quantity.Value }
            : cell with { SupplementaryQuantity = quantity.Value, SupplementaryUnit = quantity.Value == Fixed3.Null ? "" : unit });
    }

    private static string Cell(GaccTable.Row row, GaccColumn column) => column.Index < row.Cells.Count ? row.Cells[column.Index] : "";

    private void Write(long line, int column, Observation cell)
    {
        if (!seen.Add((cell.Partner, cell.Product, cell.Flow, cell.Period)))
        {
            sink.Refuse(line, column, new Fault("SRC-0206", "This cell was given before in the same answer; the first figure is kept.", $"{cell.Product} {cell.Partner} {cell.Period}"));
            return;
        }

        var empty = cell.Value == Fixed3.Null && cell.QuantityKg == Fixed3.Null && cell.SupplementaryQuantity == Fixed3.Null;
        rows.Add(empty ? cell with { Flags = ObservationFlags.Missing } : cell);
    }
}
