namespace Plimsoll.Bench.Results;

/// <summary>One contender's runs.</summary>
/// <param name="Name">What was run.</param>
/// <param name="Rows">Rows that it worked through.</param>
/// <param name="Bytes">Bytes that it read; 0 when they are not the matter.</param>
/// <param name="Seconds">Each round, in order.</param>
/// <param name="AllocatedBytes">Managed memory allocated in the last round.</param>
/// <param name="PeakBytes">Most memory that the process held in any round, native engines included.</param>
/// <param name="Answer">What it computed or wrote, so that a fast wrong answer shows.</param>
internal sealed record Measurement(
    string Name,
    long Rows,
    long Bytes,
    IReadOnlyList<double> Seconds,
    long AllocatedBytes,
    long PeakBytes,
    string Answer)
{
    /// <summary>The best round.</summary>
    public double Best => Seconds.Min();

    /// <summary>At the best round.</summary>
    public double RowsPerSecond => Rows / Best;

    /// <summary>At the best round, in 10^6 bytes.</summary>
    public double MegabytesPerSecond => Bytes / Best / 1e6;
}
