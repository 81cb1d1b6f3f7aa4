using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using Plimsoll.Store.Staging;
using Plimsoll.Trade;

namespace Plimsoll.Store.Parquet;

/// <summary>
/// Sorted rows as a table function of the engine, called by the name <see cref="Name"/>. It fills the engine's own vectors, so that
/// rows are written to a file without a table in between, which would cost more than the writing.
/// </summary>
internal sealed unsafe class RowScan : IDisposable
{
    internal const string Name = "rows";
    private const int VectorRows = 2048;
    private readonly SortedRows rows;
    private readonly (string Name, DuckDBLogicalType Type)[] columns;
    private readonly int[] firstDays;
    private GCHandle self;
    private int next;

    /// <summary>Offers the rows on a connection, in the columns of an empty <paramref name="table"/>. Dispose it after the only scan.</summary>
    internal RowScan(DuckDBConnection connection, string table, string[] names, SortedRows rows)
    {
        this.rows = rows;
        firstDays = Array.ConvertAll(rows.Periods, p => p.Start.FirstDay.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber);
        columns = TypesOf(connection, table, names);
        self = GCHandle.Alloc(this);
        var function = NativeMethods.TableFunction.DuckDBCreateTableFunction();
        NativeMethods.TableFunction.DuckDBTableFunctionSetName(function, Name);
        NativeMethods.TableFunction.DuckDBTableFunctionSetExtraInfo(function, GCHandle.ToIntPtr(self), &Forget);
        NativeMethods.TableFunction.DuckDBTableFunctionSetBind(function, &Bind);
        NativeMethods.TableFunction.DuckDBTableFunctionSetInit(function, &Forget);
        NativeMethods.TableFunction.DuckDBTableFunctionSetFunction(function, &Fill);
        var state = NativeMethods.TableFunction.DuckDBRegisterTableFunction(connection.NativeConnection, function);
        NativeMethods.TableFunction.DuckDBDestroyTableFunction(ref function);
        Check(state);
    }

    public void Dispose()
    {
        self.Free();
        foreach (var (_, type) in columns)
        {
            type.Dispose();
        }
    }

    // Only an appender tells the type of an enumeration made in SQL.
    private static (string Name, DuckDBLogicalType Type)[] TypesOf(DuckDBConnection connection, string table, string[] names)
    {
        Check(NativeMethods.Appender.DuckDBAppenderCreate(connection.NativeConnection, "main", table, out var appender));
        using (appender)
        {
            return [.. names.Select((name, i) => (name, NativeMethods.Appender.DuckDBAppenderColumnType(appender, (ulong)i)))];
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Bind(nint info)
    {
        var scan = Scan(NativeMethods.TableFunction.DuckDBBindGetExtraInfo(info));
        foreach (var (name, type) in scan.columns)
        {
            NativeMethods.TableFunction.DuckDBBindAddResultColumn(info, name, type);
        }

        NativeMethods.TableFunction.DuckDBBindSetCardinality(info, (ulong)scan.rows.Count, isExact: true);
    }

    // Nothing to do where the engine must have a function: when a scan begins and when it forgets this one.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Forget(nint info)
    {
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Fill(nint info, nint output)
    {
        try
        {
            Scan(NativeMethods.TableFunction.DuckDBFunctionGetExtraInfo(info)).Fill(output);
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            // An exception must not pass through the engine's frames; the engine raises it again on the other side.
            NativeMethods.TableFunction.DuckDBFunctionSetError(info, bug.ToString());
        }
    }

    private static RowScan Scan(nint extra) => (RowScan)GCHandle.FromIntPtr(extra).Target!;

    private void Fill(nint output)
    {
        using var chunk = new DuckDBDataChunk(output);
        var count = Math.Min(VectorRows, rows.Count - next);
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
        for (var i = 0; i < count; i++)
        {
            ref readonly var row = ref rows[next + i];
            product.Set(i, row.Product);
            period[i] = firstDays[row.Period];
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

        next += count;
        NativeMethods.DataChunks.DuckDBDataChunkSetSize(chunk, (ulong)count);
    }

    private static void* Data(DuckDBDataChunk chunk, int column) => NativeMethods.Vectors.DuckDBVectorGetData(NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, column));

    private static void Check(DuckDBState state)
    {
        if (state != DuckDBState.Success)
        {
            throw new InvalidOperationException("The SQL engine refused a table of rows.");
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
    private readonly struct AmountColumn(DuckDBDataChunk chunk, int column)
    {
        private readonly nint vector = NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, column);
        private readonly long* data = (long*)Data(chunk, column);

        internal void Set(int row, long thousandths)
        {
            data[row] = thousandths;
            if (thousandths == Fixed3.Null)
            {
                // A vector comes without a mask, all rows valid; the first null makes one.
                NativeMethods.Vectors.DuckDBVectorEnsureValidityWritable(vector);
                NativeMethods.Vectors.DuckDBVectorGetValidity(vector)[row / 64] &= ~(1UL << (row % 64));
            }
        }
    }
}
