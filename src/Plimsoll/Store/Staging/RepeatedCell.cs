using Plimsoll.Trade;

namespace Plimsoll.Store.Staging;

/// <summary>
/// Finds a cell that an answer states twice. A record is one of its kind by reporter, partner, product, flow, period, trade type and
/// procedure; value and quantities may come in records of their own. A masked product stands for several, and may have several records.
/// </summary>
internal static class RepeatedCell
{
    /// <summary>Fault <c>SRC-0024</c> for the first such cell of a slice; null when there is none.</summary>
    internal static Fault? Find(SortedRows rows)
    {
        for (var product = 0; product < rows.Products.Codes.Length; product++)
        {
            var ofProduct = rows.All[rows.ProductStarts[product]..rows.ProductStarts[product + 1]];
            if (Find(ofProduct) is { } place && !MayRepeat(rows.Products.Codes[product]))
            {
                return Describe(ofProduct[place], rows.Products.Codes[product], rows.Reporters.Codes, rows.Partners.Codes, rows.Periods, rows.Labels.Codes);
            }
        }

        return null;
    }

    /// <summary>Place of the first row of a product that states again what a row of the same key before it stated; null when there is none.</summary>
    /// <param name="ordered">Rows of one product, those of a key together.</param>
    internal static int? Find(ReadOnlySpan<StoredRow> ordered)
    {
        var seen = 0;
        for (var i = 0; i < ordered.Length; i++)
        {
            var stated = Measures(ordered[i]);
            seen = i > 0 && IsSameKey(ordered[i - 1], ordered[i]) ? seen : 0;
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

    private static bool IsSameKey(in StoredRow one, in StoredRow other) =>
        one.Partner == other.Partner && one.Reporter == other.Reporter && one.Period == other.Period && one.Flow == other.Flow
        && one.Procedure == other.Procedure && one.TradeType == other.TradeType;
}
