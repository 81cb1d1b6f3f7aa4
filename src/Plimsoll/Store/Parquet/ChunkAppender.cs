using DuckDB.NET.Data;
using DuckDB.NET.Native;
using Plimsoll.Store.Staging;
using Plimsoll.Trade;

namespace Plimsoll.Store.Parquet;

/// <summary>Hands rows to the engine a vector at a time: twice as fast as row by row, and without garbage.</summary>
internal static unsafe class ChunkAppender
{
    private const int ColumnCount = 13;
    private const int VectorRows = 2048;

    internal static void Append(DuckDBConnection connection, SortedRows rows)
    {
        Check(NativeMethods.Appender.DuckDBAppenderCreate(connection.NativeConnection, "main", "part", out var appender));
        using (appender)
        {
            var types = Enumerable.Range(0, ColumnCount).Select(i => NativeMethods.Appender.DuckDBAppenderColumnType(appender, (ulong)i)).ToArray();
            using var chunk = NativeMethods.DataChunks.DuckDBCreateDataChunk([.. types.Select(t => t.DangerousGetHandle())], ColumnCount);
            for (var first = 0; first < rows.Count; first += VectorRows)
            {
                var count = Math.Min(VectorRows, rows.Count - first);
                NativeMethods.DataChunks.DuckDBDataChunkReset(chunk);
                Fill(chunk, rows, first, count);
                NativeMethods.DataChunks.DuckDBDataChunkSetSize(chunk, (ulong)count);
                Check(NativeMethods.Appender.DuckDBAppendDataChunk(appender, chunk));
            }

            Check(NativeMethods.Appender.DuckDBAppenderClose(appender));
            foreach (var type in types)
            {
                type.Dispose();
            }
        }
    }

    private static void Fill(DuckDBDataChunk chunk, SortedRows rows, int first, int count)
    {
        var product = new CodeColumn(chunk, 0, rows.Products.Codes.Length);
        var period = (int*)Data(chunk, 1);
        var months = (byte*)Data(chunk, 2);
        var reporter = new CodeColumn(chunk, 3, rows.Reporters.Codes.Length);
        var partner = new CodeColumn(chunk, 4, rows.Partners.Codes.Length);
        var flow = (byte*)Data(chunk, 5);
        var tradeType = new CodeColumn(chunk, 6, rows.Labels.Codes.Length);
        var procedure = new CodeColumn(chunk, 7, rows.Labels.Codes.Length);
        var value = new AmountColumn(chunk, 8);
        var kilograms = new AmountColumn(chunk, 9);
        var supplementary = new AmountColumn(chunk, 10);
        var unit = new CodeColumn(chunk, 11, rows.Labels.Codes.Length);
        var flags = (byte*)Data(chunk, 12);
        var starts = Array.ConvertAll(rows.Periods, p => p.Start.FirstDay.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber);
        for (var i = 0; i < count; i++)
        {
            ref readonly var row = ref rows[first + i];
            product.Set(i, row.Product);
            period[i] = starts[row.Period];
            months[i] = (byte)rows.Periods[row.Period].Months;
            reporter.Set(i, row.Reporter);
            partner.Set(i, row.Partner);
            flow[i] = row.Flow;
            tradeType.Set(i, row.TradeType);
            procedure.Set(i, row.Procedure);
            value.Set(i, row.Value);
            kilograms.Set(i, row.Kilograms);
            supplementary.Set(i, row.Supplementary);
            unit.Set(i, row.Unit);
            flags[i] = row.Flags;
        }
    }

    private static void* Data(DuckDBDataChunk chunk, int column) =>
        NativeMethods.Vectors.DuckDBVectorGetData(NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, column));

    private static void Check(DuckDBState state)
    {
        if (state != DuckDBState.Success)
        {
            throw new InvalidOperationException("The SQL engine refused a chunk of rows.");
        }
    }

    /// <summary>An enumeration column: the engine keeps one, two or four bytes by the number of codes.</summary>
    private readonly struct CodeColumn(DuckDBDataChunk chunk, int column, int codes)
    {
        private readonly void* data = Data(chunk, column);
        private readonly int codes = codes;

        internal void Set(int row, int rank)
        {
            if (codes <= byte.MaxValue)
            {
                ((byte*)data)[row] = (byte)rank;
            }
            else if (codes <= ushort.MaxValue)
            {
                ((ushort*)data)[row] = (ushort)rank;
            }
            else
            {
                ((uint*)data)[row] = (uint)rank;
            }
        }
    }

    /// <summary>A DECIMAL(18,3) column with nulls.</summary>
    private readonly struct AmountColumn
    {
        private readonly long* data;
        private readonly ulong* valid;

        internal AmountColumn(DuckDBDataChunk chunk, int column)
        {
            var vector = NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, column);
            data = (long*)NativeMethods.Vectors.DuckDBVectorGetData(vector);
            NativeMethods.Vectors.DuckDBVectorEnsureValidityWritable(vector);
            valid = NativeMethods.Vectors.DuckDBVectorGetValidity(vector);
            new Span<ulong>(valid, VectorRows / 64).Fill(ulong.MaxValue);
        }

        internal void Set(int row, long thousandths)
        {
            data[row] = thousandths;
            if (thousandths == Fixed3.Null)
            {
                valid[row / 64] &= ~(1UL << (row % 64));
            }
        }
    }
}
