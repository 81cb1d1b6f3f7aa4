using System.Text;
using Plimsoll.Trade;

namespace Plimsoll.Bench.Synthesis;

/// <summary>
/// Rows that a reader must refuse, planted in a dirty month: after every thousandth row one bad copy of it, the five kinds in
/// turn, twenty of each, so a month of 100,000 rows or more has exactly <see cref="Most"/>.
/// </summary>
internal sealed class BadRows(Month month)
{
    /// <summary>Bad rows in a month of 100,000 rows or more.</summary>
    public const int Most = 100;

    private const int Spacing = 1000;

    /// <summary>Codes of the nomenclature of other years.</summary>
    private readonly byte[][] strangers = [.. ProductList.All
        .Where(product => !product.IsValidIn(month.Year))
        .Select(product => Encoding.ASCII.GetBytes($"{product.Code},{product.Classes},"))];

    /// <summary>Bad rows planted so far.</summary>
    public int Planted { get; private set; }

    /// <summary>True when the row just written, the <paramref name="rows"/>-th good one, is to be followed by a bad one.</summary>
    public bool IsDue(long rows) => rows >= Spacing * (Planted + 1) && Planted < Most;

    /// <summary>Writes a bad copy of a row: not a number, negative, unknown partner, a product of another year, a field short.</summary>
    public void Plant(RowBuffer buffer, byte[] start, byte[] product, byte[] flow, byte[] end, RowAmounts amounts)
    {
        buffer.StartRow();
        switch (Planted++ % 5)
        {
            case 0:
                Open(start, product).Append("NaN,"u8).Append(amounts.National).Append((byte)',').Append(amounts.Kilograms).Append(",0\n"u8);
                break;
            case 1:
                Open(start, product).Append(-amounts.Euro);
                Close();
                break;
            case 2:
                Open([.. start.AsSpan(0, 3), .. "YY,E,"u8], product).Append(amounts.Euro);
                Close();
                break;
            case 3:
                Open(start, strangers[Planted % strangers.Length]).Append(amounts.Euro);
                Close();
                break;
            default:
                Open(start, product).Append(amounts.Euro).Append((byte)',').Append(amounts.National).Append((byte)',').Append(amounts.Kilograms).Append((byte)'\n');
                break;
        }

        RowBuffer Open(byte[] first, byte[] second) => buffer.Append(first).Append(second).Append(flow).Append(end);

        void Close() => buffer.Append((byte)',').Append(amounts.National).Append((byte)',').Append(amounts.Kilograms).Append(",0\n"u8);
    }
}
