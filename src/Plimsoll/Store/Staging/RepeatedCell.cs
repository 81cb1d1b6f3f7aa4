using System.Runtime.InteropServices;
using Plimsoll.Trade;

namespace Plimsoll.Store.Staging;

/// <summary>
/// Finds a cell that an answer states twice. A record is one of its kind by reporter, partner, product, flow, period, trade type and
/// procedure; value and quantities may come in records of their own. A masked product stands for several, and may have several records.
/// </summary>
internal static class RepeatedCell
{
    private const int NoGroup = -1;
    private const int RowWords = 5;

    // Period, flow, trade type and procedure, as they lie in memory.
    private const ulong KeyBytes = 0x00_00_00_FF_FF_FF_FF_FF;

    /// <summary>Fault <c>SRC-0024</c> for the first such cell of a slice; null when there is none.</summary>
    internal static Fault? Find(SortedRows rows)
    {
        var from = 0;
        while (Find(rows.All[from..]) is { } place)
        {
            ref readonly var row = ref rows[from + place];
            var product = rows.Products.Codes[row.Product];
            if (!MayRepeat(product))
            {
                return Describe(row, product, rows.Reporters.Codes, rows.Partners.Codes, rows.Periods, rows.Labels.Codes);
            }

            from = rows.ProductStarts[row.Product + 1];
        }

        return null;
    }

    /// <summary>Place of the first row that states again what a row of the same key before it stated; null when there is none.</summary>
    /// <param name="ordered">Rows, those of a key together.</param>
    internal static int? Find(ReadOnlySpan<StoredRow> ordered)
    {
        // A row is five words: three amounts, then the key with unit and flags behind it. Nearly all rows differ from the one before in
        // the first word of the key, and a month has millions.
        var words = MemoryMarshal.Cast<StoredRow, ulong>(ordered);
        var seen = NoGroup;
        for (int i = 1, at = RowWords; i < ordered.Length; i++, at += RowWords)
        {
            if (words[at + 3] != words[at - 2] || ((words[at + 4] ^ words[at - 1]) & KeyBytes) != 0)
            {
                seen = NoGroup;
                continue;
            }

            seen = seen == NoGroup ? Measures(ordered[i - 1]) : seen;
            var stated = Measures(ordered[i]);
            if ((seen & stated) != 0)
            {
                return i;
            }

            seen |= stated;
        }

        return null;
    }

    /// <summary>Order that brings the rows of a key together.</summary>
    internal static int Compare(StoredRow one, StoredRow other) =>
        (one.Period, one.Reporter, one.Partner, one.Flow, one.TradeType, one.Procedure).CompareTo((other.Period, other.Reporter, other.Partner, other.Flow, other.TradeType, other.Procedure));

    /// <summary>True for a masked product.</summary>
    internal static bool MayRepeat(string product) => ProductCode.Parse(product) is { Ok: true, Value.Kind: ProductKind.Masked };

    /// <summary>The fault that names a row's cell.</summary>
    internal static Fault Describe(in StoredRow row, string product, string[] reporters, string[] partners, Period[] periods, string[] labels)
    {
        string[] key = [reporters[row.Reporter], partners[row.Partner], product, ((Flow)row.Flow).ToString().ToLowerInvariant(), periods[row.Period].ToString(), labels[row.TradeType], labels[row.Procedure]];
        return new Fault(
            "SRC-0024",
            "The answer states this cell more than once, and adding the records would count trade twice. Nothing of it was stored: take the file from the source again, or remove the record that is wrong.",
            string.Join(", ", key.Where(part => part.Length > 0)));
    }

    private static int Measures(in StoredRow row) =>
        (row.Value == Fixed3.Null ? 0 : 1) | (row.Kilograms == Fixed3.Null ? 0 : 2) | (row.Supplementary == Fixed3.Null ? 0 : 4);
}
