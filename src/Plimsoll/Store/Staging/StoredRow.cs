using System.Runtime.InteropServices;

namespace Plimsoll.Store.Staging;

/// <summary>One row on its way into the store, 40 bytes. Codes are numbers into the tables of <see cref="RowBuffer"/>, then places in the lists of <see cref="SortedRows"/>. <see cref="RepeatedCell"/> rests on the order of the fields.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct StoredRow
{
    internal long Value;
    internal long Kilograms;
    internal long Supplementary;
    internal int Product;
    internal ushort Reporter;
    internal ushort Partner;
    internal ushort Period;
    internal byte Flow;
    internal byte TradeType;
    internal byte Procedure;
    internal byte Unit;
    internal byte Flags;
}
