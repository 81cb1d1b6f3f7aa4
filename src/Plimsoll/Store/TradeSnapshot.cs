using Plimsoll.Sources;
using Plimsoll.Store.Cube;
using Plimsoll.Trade;

namespace Plimsoll.Store;

/// <summary>
/// One source as it was known on one day. Opening it chooses files and maps them; nothing is copied. Dispose it when the last
/// block has been used.
/// </summary>
public sealed class TradeSnapshot : IDisposable
{
    // Some 400 MB of columns: beyond this, pages that were read are given back.
    private const long RowsKept = 16_000_000;

    private readonly List<CubeSegment> cubes = [];
    private readonly List<SnapshotSegment> segments = [];
    private readonly Lazy<Publication> publication;
    private readonly int months;
    private long rowsRead;

    internal TradeSnapshot(Catalogue catalogue, IReadOnlyList<Release> releases, int months)
    {
        Releases = releases;
        this.months = months;
        var opened = new List<(Release Release, Visibility Visibility, CubeSegment Cube, Func<CubeSegment> Again)>();
        foreach (var (index, release) in releases.Index())
        {
            var visibility = new Visibility(release, releases.Skip(index + 1));
            if (release.Scope.Periods.Any(p => p.Months == months && !visibility.IsHidden(p)))
            {
                opened.AddRange(catalogue.Segments(release).Select(segment => (release, visibility, Kept(CubeRebuild.Open(segment.Cube, segment.Parts)), (Func<CubeSegment>)(() => Kept(CubeRebuild.Again(segment.Cube, segment.Parts))))));
            }
        }

        Axes = new Axes(Countries(opened.SelectMany(o => o.Cube.Reporters)), Countries(opened.SelectMany(o => o.Cube.Partners)));
        segments.AddRange(opened.Select(o => new SnapshotSegment(o.Cube, o.Again, o.Release, o.Visibility, Axes)));
        Products = [.. segments.SelectMany(s => s.Products).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        publication = new Lazy<Publication>(() => new Publication(Axes, segments, months));
    }

    /// <summary>All releases of the source known on the day, oldest first, replaced ones included.</summary>
    public IReadOnlyList<Release> Releases { get; }

    /// <summary>Reporters and partners.</summary>
    public Axes Axes { get; }

    /// <summary>Product codes, ascending.</summary>
    public IReadOnlyList<string> Products { get; }

    /// <summary>Which periods and cells the source has published.</summary>
    public Publication Publication => publication.Value;

    /// <summary>A block to read into, for one thread.</summary>
    public ProductBlock NewBlock() => new(Axes);

    /// <summary>Reads a product's history; the block is empty when the source has no row of it.</summary>
    public void Read(string product, ProductBlock into) => Read([product], product, into);

    /// <summary>Reads the history of a family of codes as one product.</summary>
    public void Read(IReadOnlyList<string> codes, string name, ProductBlock into)
    {
        into.Reset(name, codes);
        foreach (var segment in segments)
        {
            var added = false;
            foreach (var code in codes)
            {
                added |= segment.AddRuns(into, code, months);
            }

            // The segments of a release follow one another.
            if (added && (into.Releases is not [.., var last] || last != segment.Release))
            {
                into.Add(segment.Release);
            }
        }

        into.SortByPeriod();
        GiveBackPages(into.RowCount);
    }

    /// <summary>
    /// Calls <paramref name="visit"/> for every product, on all cores. Each core has its own block and its own state, made by
    /// <paramref name="start"/>; the states are returned.
    /// </summary>
    public IReadOnlyList<T> Sweep<T>(Func<T> start, Action<T, ProductBlock> visit, CancellationToken cancel = default)
    {
        var states = new List<T>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel };
        Parallel.ForEach(
            Products,
            options,
            () => (State: start(), Block: NewBlock()),
            (product, _, worker) =>
            {
                Read(product, worker.Block);
                visit(worker.State, worker.Block);
                return worker;
            },
            worker =>
            {
                lock (states)
                {
                    states.Add(worker.State);
                }
            });
        return states;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var cube in cubes)
        {
            cube.Dispose();
        }
    }

    private void GiveBackPages(long rows)
    {
        var read = Interlocked.Add(ref rowsRead, rows);
        if (read / RowsKept != (read - rows) / RowsKept)
        {
            lock (cubes)
            {
                cubes.ForEach(cube => cube.GiveBackPages());
            }
        }
    }

    // Until the end of the snapshot, since blocks point into it.
    private CubeSegment Kept(CubeSegment cube)
    {
        lock (cubes)
        {
            cubes.Add(cube);
        }

        return cube;
    }

    private static Country[] Countries(IEnumerable<string> codes) =>
        [.. codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(c => Country.Parse(c).Value)];
}
