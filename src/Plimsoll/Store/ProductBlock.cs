using Plimsoll.Sources;

namespace Plimsoll.Store;

/// <summary>
/// One product's whole history as of a day: for each period a run of rows in columns, straight from the memory-mapped cube.
/// Reused by the sweep: valid only until the next block is asked for on the same reader.
/// </summary>
public sealed class ProductBlock
{
    private readonly List<BlockRun> runs = [];
    private readonly List<BlockMark> marks = [];
    private readonly List<Release> releases = [];

    internal ProductBlock(Axes axes) => Axes = axes;

    /// <summary>Reporters and partners that slots count over; the same for every block of a snapshot.</summary>
    public Axes Axes { get; }

    /// <summary>What the block is of.</summary>
    public string Product { get; internal set; } = "";

    /// <summary>The codes that were read as one product: one, or those of a family.</summary>
    public IReadOnlyList<string> Codes { get; internal set; } = [];

    /// <summary>Runs in ascending order of period; a period has several runs when several releases or codes contribute.</summary>
    public IReadOnlyList<BlockRun> Runs => runs;

    /// <summary>Cells with flags: suppressed, missing, provisional. Their value in the runs is zero when none was given.</summary>
    public IReadOnlyList<BlockMark> Marks => marks;

    /// <summary>Releases that the block was read from, oldest first.</summary>
    public IReadOnlyList<Release> Releases => releases;

    internal long RowCount { get; private set; }

    internal void Reset(string product, IReadOnlyList<string> codes)
    {
        Codes = codes;
        releases.Clear();
        Product = product;
        runs.Clear();
        marks.Clear();
        RowCount = 0;
    }

    internal void Add(in BlockRun run)
    {
        runs.Add(run);
        RowCount += run.Count;
    }

    internal void Add(in BlockMark mark) => marks.Add(mark);

    internal void Add(Release release) => releases.Add(release);

    internal void SortByPeriod() => runs.Sort(static (a, b) => a.Period.CompareTo(b.Period));
}
