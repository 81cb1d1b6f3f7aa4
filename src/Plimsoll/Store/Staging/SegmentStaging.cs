using System.Globalization;
using Plimsoll.Sources;
using Plimsoll.Store.Cube;
using Plimsoll.Store.Parquet;
using Plimsoll.Trade;

namespace Plimsoll.Store.Staging;

/// <summary>
/// Rows that will share a cube file. As they come they are cut into slices; each is sorted and written as a Parquet part while the
/// next one fills, so that little is left to do when the last row has come.
/// </summary>
/// <param name="folder">Takes the files.</param>
/// <param name="number">Position among the segments of the release.</param>
/// <param name="sliceRows">Most rows in a slice; a batch is never cut.</param>
/// <param name="hands">Slices that may be written in the background; beyond that the caller writes.</param>
internal sealed class SegmentStaging(DirectoryInfo folder, int number, int sliceRows, int hands) : IDisposable
{
    private readonly List<(Task<SortedRows> Sorted, Task<Fault?> Written)> slices = [];
    private readonly CodeTable reporters = new();
    private readonly CodeTable partners = new();
    private RowBuffer rows = new();
    private int flows;

    internal int Count { get; private set; }

    /// <summary>Fault <c>SRC-0024</c> for a cell that is stated twice; known after <see cref="Finish"/>.</summary>
    internal Fault? Repeated { get; private set; }

    /// <summary>False when the batch's rows belong into the next segment, since this one might hold more cells than a cube file does.</summary>
    internal bool HasRoomFor(ObservationBatch batch)
    {
        var count = Enumerable.Range(0, 4).Count(f => ((flows >> f) & 1) != 0 || batch.Flow.AsSpan(0, batch.Count).Contains((byte)f));
        return Count == 0 || (long)reporters.CountWith(batch.Reporters) * partners.CountWith(batch.Partners) * count <= CubeColumns.CellLimit;
    }

    internal void Append(ObservationBatch batch, string currency)
    {
        if (rows.Count > 0 && (rows.Count + batch.Count > sliceRows || !rows.HasRoomFor(batch)))
        {
            CloseSlice(currency, isLast: false);
        }

        rows.Append(batch);
        reporters.Add(rows.Reporters);
        partners.Add(rows.Partners);
        flows |= rows.Flows;
        Count += batch.Count;
    }

    /// <summary>Writes what is still in memory and the cube. Gives the sorted slices.</summary>
    internal IReadOnlyList<SortedRows> Finish(string currency)
    {
        CloseSlice(currency, isLast: true);
        SortedRows[] sorted = [.. slices.Select(s => s.Sorted.GetAwaiter().GetResult())];
        var merged = new MergedRows(sorted);
        CubeWriter.Write(merged, new FileInfo(Path.Combine(folder.FullName, Catalogue.SegmentName(number) + ".cube")));
        foreach (var (_, written) in slices)
        {
            var repeated = written.GetAwaiter().GetResult();
            Repeated ??= repeated;
        }

        Repeated ??= merged.Repeated;

        return sorted;
    }

    /// <summary>Waits for what is being written, whatever became of it, so that the folder can be removed.</summary>
    public void Dispose() => Task.WhenAll(slices.Select(s => s.Written)).ContinueWith(static _ => { }, TaskScheduler.Default).Wait();

    private void CloseSlice(string currency, bool isLast)
    {
        var full = rows;
        rows = new RowBuffer();
        var file = new FileInfo(Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"{Catalogue.SegmentName(number)}-{slices.Count:D2}.parquet")));
        var sort = new Task<SortedRows>(() => Sorted(full));
        var write = sort.ContinueWith(s => Write(s.GetAwaiter().GetResult(), currency, file), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        if (isLast || slices.Count(s => !s.Written.IsCompleted) < hands)
        {
            sort.Start(TaskScheduler.Default);
        }
        else
        {
            sort.RunSynchronously(TaskScheduler.Default);
        }

        slices.Add((sort, write));
    }

    private static SortedRows Sorted(RowBuffer full)
    {
        var sorted = new SortedRows(full);
        full.Clear();
        return sorted;
    }

    // Flushed here already, so that the commit has little to wait for.
    private static Fault? Write(SortedRows rows, string currency, FileInfo file)
    {
        var repeated = RepeatedCell.Find(rows);
        ParquetPart.Write(rows, currency, file);
        Catalogue.Flush(file);
        return repeated;
    }
}
