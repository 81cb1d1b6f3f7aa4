using System.Globalization;
using System.Text;
using Plimsoll.Indicators;
using Plimsoll.Store.Query;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Evidence;

/// <summary><c>rows.csv</c>.</summary>
internal static class RowsCsv
{
    private const int Columns = 16;
    private const string Header =
        "vintage,figures,release,reporter,partner,product,flow,period,value,currency,quantity_kg,quantity_suppl,suppl_unit,trade_type,procedure,flags";

    internal static byte[] Write(IReadOnlyList<EvidenceRow> rows)
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (var (vintage, figures, r) in rows)
        {
            string[] cells =
            [
                vintage, Word<Figures>.Of(figures), r.Release, r.Reporter, r.Partner, r.Product, Word<Flow>.Of(r.Flow), r.Period.ToString(), Amount(r.Value), r.Currency,
                Amount(r.QuantityKg), Amount(r.Supplementary), r.SupplementaryUnit, r.TradeType, r.Procedure, r.Flags,
            ];
            text.AppendJoin(',', cells.Select(Quoted)).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The rows; fault <c>EVI-0004</c> with the line that cannot be read.</summary>
    internal static Parsed<IReadOnlyList<EvidenceRow>> Read(string file, byte[] bytes)
    {
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        var rows = new List<EvidenceRow>(lines.Length);
        if (lines[0] != Header || lines[^1].Length > 0)
        {
            return Bad(file, 1);
        }

        for (var i = 1; i < lines.Length - 1; i++)
        {
            if (Row(Cells(lines[i])) is not { } row)
            {
                return Bad(file, i + 1);
            }

            rows.Add(row);
        }

        return Write(rows).AsSpan().SequenceEqual(bytes) ? rows : Bad(file, 1);
    }

    private static EvidenceRow? Row(List<string> c)
    {
        if (c.Count != Columns || Word<Figures>.Parse(c[1]) is not { } figures || Word<Flow>.Parse(c[6]) is not { } flow || Period.Parse(c[7]) is not { Ok: true } period
            || !Number(c[8], out var value) || !Number(c[10], out var kilograms) || !Number(c[11], out var supplementary))
        {
            return null;
        }

        return new EvidenceRow(c[0], figures, new TradeRecord(c[2], c[3], c[4], c[5], flow, period.Value, value, c[9], kilograms, supplementary, c[12], c[13], c[14], c[15]));
    }

    private static Fault Bad(string file, int line) =>
        new("EVI-0004", string.Create(CultureInfo.InvariantCulture, $"Line {line} is not a row of an evidence pack."), file);

    private static string Amount(decimal? amount) => amount is { } number ? PackJson.Digits(number) : "";

    private static bool Number(string text, out decimal? number)
    {
        var read = decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var found);
        number = read ? found : null;
        return read || text.Length == 0;
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(",\"") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var inside = false;
        foreach (var c in line)
        {
            if (c == '"')
            {
                inside = !inside;
                cell.Append(inside && cell.Length > 0 ? "\"" : "");
            }
            else if (c == ',' && !inside)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
