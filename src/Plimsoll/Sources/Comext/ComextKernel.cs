using System.Numerics;
using System.Runtime.Intrinsics;
using Plimsoll.Trade;

namespace Plimsoll.Sources.Comext;

/// <summary>
/// Finds the fields of a block 64 bytes at a time and turns rows that hold only codes seen before into columns without allocating.
/// Everything else (a new code, a sign, damage) goes through <see cref="ComextRow"/>, which knows how to complain;
/// what that accepts is learnt. So the fast path has no error handling and the careful path no speed.
/// </summary>
internal sealed unsafe class ComextKernel(ComextColumns columns)
{
    private readonly ComextRow careful = new(columns);
    private readonly ComextCodes codes = new();

    /// <summary>
    /// Appends the block's rows to the batch and its bad lines, counted from the block's first as 1, to the refusals. The header of the
    /// file is passed over. Gives the number of lines.
    /// </summary>
    internal int Parse(LineBlock block, ObservationBatch batch, List<(int Line, int Column, Fault Fault)> refusals)
    {
        var ends = stackalloc int[ComextColumns.Limit + 1];
        var comma = Vector512.Create((byte)',');
        var newline = Vector512.Create((byte)'\n');
        var line = 1;
        int lineStart = 0, field = 0, suspectUntil = 0;
        fixed (byte* text = block.Buffer)
        {
            for (var at = 0; at < block.Length; at += Vector512<byte>.Count)
            {
                var chunk = Vector512.Load(text + at);
                var stops = (Vector512.Equals(chunk, comma) | Vector512.Equals(chunk, newline)).ExtractMostSignificantBits();
                if (HasForeignByte(text + at, chunk, block.Length - at))
                {
                    suspectUntil = at + Vector512<byte>.Count;
                }

                for (; stops != 0; stops &= stops - 1)
                {
                    var end = at + BitOperations.TrailingZeroCount(stops);
                    if (end >= block.Length)
                    {
                        break;
                    }

                    if (text[end] == ',')
                    {
                        ends[Math.Min(field++, ComextColumns.Limit)] = end;
                        continue;
                    }

                    var lineEnd = end > lineStart && text[end - 1] == '\r' ? end - 1 : end;
                    ends[Math.Min(field++, ComextColumns.Limit)] = lineEnd;
                    var known = field == columns.Count && suspectUntil <= lineStart && lineEnd - lineStart <= ComextBulkFormat.LineLimit && Fast(text, lineStart, ends, batch);
                    if (!known && lineEnd > lineStart && !(block.IsFirst && line == 1))
                    {
                        Careful(block.Buffer.AsSpan(lineStart, lineEnd - lineStart), line, batch, refusals);
                    }

                    field = 0;
                    lineStart = end + 1;
                    line++;
                }
            }
        }

        return line - 1;
    }

    // Anything but printable ASCII and line ends; a carriage return is a line end only before a newline.
    private static bool HasForeignByte(byte* at, Vector512<byte> chunk, int length)
    {
        var newline = Vector512.Create((byte)'\n');
        var printable = Vector512.GreaterThanOrEqual(chunk, Vector512.Create((byte)0x20)) & Vector512.LessThan(chunk, Vector512.Create((byte)0x7F));
        var carriageReturn = Vector512.Equals(chunk, Vector512.Create((byte)'\r')) & Vector512.Equals(Vector512.Load(at + 1), newline);
        var foreign = (~(printable | Vector512.Equals(chunk, newline) | carriageReturn)).ExtractMostSignificantBits();
        return (length < Vector512<byte>.Count ? foreign & ((1UL << length) - 1) : foreign) != 0;
    }

    private bool Fast(byte* text, int lineStart, int* ends, ObservationBatch batch)
    {
        ReadOnlySpan<byte> At(int column)
        {
            var start = column == 0 ? lineStart : ends[column - 1] + 1;
            return new ReadOnlySpan<byte>(text + start, ends[column] - start);
        }

        var period = codes.Period(At(columns.PeriodColumn));
        var reporter = codes.Reporter(At(columns.Reporter));
        var partner = codes.Partner(At(columns.Partner));
        var product = codes.Product(At(columns.Product));
        var unit = codes.Unit(At(columns.SupplementaryUnit));
        var tradeType = codes.Label(At(columns.TradeType));
        var procedure = codes.Label(At(columns.Procedure));
        var flow = At(columns.Flow) is [var digit] ? digit - '0' : 0;
        var known = period && (reporter | partner | product | unit | tradeType | procedure) >= 0 && flow is 1 or 2;
        if (!known
            || !Amount(At(columns.Value), out var value)
            || !Amount(At(columns.Kilograms), out var kilograms)
            || !Amount(At(columns.Supplementary), out var supplementary))
        {
            return false;
        }

        var row = batch.Count++;
        batch.Reporter[row] = (ushort)reporter;
        batch.Partner[row] = (ushort)partner;
        batch.Product[row] = product;
        batch.Flow[row] = (byte)flow;
        batch.PeriodStart[row] = codes.PeriodStart;
        batch.PeriodMonths[row] = codes.PeriodMonths;
        batch.TradeType[row] = (byte)tradeType;
        batch.Procedure[row] = (byte)procedure;
        batch.SupplementaryUnit[row] = (byte)unit;
        batch.Flags[row] = 0;
        batch.Value[row] = value;
        batch.QuantityKg[row] = kilograms;
        batch.SupplementaryQuantity[row] = unit == codes.NoUnit ? Fixed3.Null : supplementary;
        return true;
    }

    private void Careful(ReadOnlySpan<byte> line, int number, ObservationBatch batch, List<(int Line, int Column, Fault Fault)> refusals)
    {
        var (row, column) = careful.Read(line);
        if (row.Fault is { } fault)
        {
            refusals.Add((number, column, fault));
            return;
        }

        if (batch.Labels.Codes.Count > ComextBulkFormat.LabelLimit)
        {
            // The format turns the whole file away when it sees this many.
            refusals.Add((number, 0, ComextBulkFormat.TooManyLabels));
            return;
        }

        batch.Add(row.Value);
        codes.Learn(line, columns, batch);
    }

    // Up to 15 digits, then at most three decimals; an empty field is no amount. False sends the row to the careful path.
    private static bool Amount(ReadOnlySpan<byte> text, out long thousandths)
    {
        thousandths = 0;
        var decimals = -1;
        if (text.Length is 0 or > 15)
        {
            thousandths = Fixed3.Null;
            return text.Length == 0;
        }

        unchecked
        {
            foreach (var c in text)
            {
                var digit = (uint)(c - '0');
                if (digit <= 9)
                {
                    thousandths = (thousandths * 10) + digit;
                    decimals += decimals >= 0 ? 1 : 0;
                }
                else if (c == '.' && decimals < 0)
                {
                    decimals = 0;
                }
                else
                {
                    return false;
                }
            }

            thousandths *= decimals switch { -1 or 0 => 1000, 1 => 100, 2 => 10, _ => 1 };
        }

        return decimals <= 3 && text[0] != '.';
    }
}
