using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Plimsoll.Trade;

namespace Plimsoll.Sources.ChinaCustoms;

/// <summary>The table of a release page as a plain grid: spanning cells repeated in every place that they cover.</summary>
/// <param name="Rows">Rows with figures, in order.</param>
/// <param name="Columns">Columns with figures.</param>
/// <param name="Currency">ISO code of the values.</param>
/// <param name="Multiplier">Currency units in one printed unit of value.</param>
/// <param name="Year">Year of the release, which figures of the year before may stand beside.</param>
internal sealed record GaccTable(IReadOnlyList<GaccTable.Row> Rows, IReadOnlyList<GaccColumn> Columns, string Currency, decimal Multiplier, int Year)
{
    private const int SpanLimit = 64;
    private const int RowLimit = 2_000;
    private static readonly string[] HeadNames = ["Import Source", "Export Destination", "Commodity"];

    /// <summary>One row: its line in the page, from 1, and its cells without surrounding blanks.</summary>
    internal sealed record Row(int Line, IReadOnlyList<string> Cells);

    /// <summary>Reads the table; fault <c>SRC-0203</c> when it has no unit of money, no head, or no column of figures.</summary>
    internal static Parsed<GaccTable> Read(IHtmlTableElement table, GaccTitle title)
    {
        if (table.Rows.Length > RowLimit)
        {
            return new Fault("SRC-0203", $"The table has more than {RowLimit} rows, ten times as many as a real one.");
        }

        var grid = Expand(table);
        var unit = grid.SelectMany(row => row.Cells.Take(1)).Where(text => text.StartsWith("Unit", StringComparison.OrdinalIgnoreCase))
            .Select(GaccFigure.ReadMoneyUnit).FirstOrDefault(read => read is not null);
        if (unit is not { } money)
        {
            return new Fault("SRC-0203", "The table states no unit of money, such as 'Unit: CNY 100 Million'.");
        }

        var firstHead = grid.FindIndex(row => IsHead(row.Cells[0]));
        if (firstHead < 0)
        {
            return new Fault("SRC-0203", "The table has no head that names the commodity or the export destination.");
        }

        // The head is one block of rows: further down, a partner may begin with the same word (Regional Comprehensive …).
        var head = grid.Skip(firstHead).TakeWhile(row => IsHead(row.Cells[0])).ToList();
        var columns = Enumerable.Range(0, head.Max(row => row.Cells.Count))
            .Select(i => GaccColumn.Read(i, [.. head.Select(row => i < row.Cells.Count ? row.Cells[i] : "")], title.Period.Start.Year))
            .OfType<GaccColumn>().DistinctBy(c => (c.Flow, c.IsQuantity, c.Period)).ToList();
        return columns.Count == 0
            ? new Fault("SRC-0203", "The head of the table names no month.", string.Join(" | ", head[^1].Cells))
            : new GaccTable([.. grid.Skip(firstHead + head.Count).Where(IsData)], columns, money.Currency, money.Multiplier, title.Period.Start.Year);
    }

    private static bool IsHead(string cell) => HeadNames.Contains(cell, StringComparer.OrdinalIgnoreCase);

    /// <summary>Notes span the table, so all their cells are the same. A row of figures without a name is data, to be refused.</summary>
    private static bool IsData(Row row) => row.Cells.Distinct(StringComparer.Ordinal).Skip(1).Any();

    private static List<Row> Expand(IHtmlTableElement table)
    {
        var rows = new List<Row>();
        var hanging = new Dictionary<int, (string Text, int Rows)>();
        foreach (var row in table.Rows)
        {
            var cells = new List<string>();
            foreach (var cell in row.Cells)
            {
                TakeHanging(hanging, cells);
                Place(cell, hanging, cells);
            }

            TakeHanging(hanging, cells);
            if (cells.Count > 0)
            {
                rows.Add(new Row(row.SourceReference?.Position.Line ?? 0, cells));
            }
        }

        return rows;
    }

    private static void Place(IHtmlTableCellElement cell, Dictionary<int, (string Text, int Rows)> hanging, List<string> cells)
    {
        var text = string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var (wide, high) = (Span(cell, "colspan"), Span(cell, "rowspan"));
        for (var i = 0; i < wide && cells.Count < SpanLimit; i++)
        {
            if (high > 1)
            {
                hanging[cells.Count] = (text, high - 1);
            }

            cells.Add(text);
        }
    }

    private static void TakeHanging(Dictionary<int, (string Text, int Rows)> hanging, List<string> cells)
    {
        while (hanging.Remove(cells.Count, out var above))
        {
            if (above.Rows > 1)
            {
                hanging[cells.Count] = above with { Rows = above.Rows - 1 };
            }

            cells.Add(above.Text);
        }
    }

    private static int Span(IElement cell, string attribute) =>
        int.TryParse(cell.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, SpanLimit) : 1;
}
