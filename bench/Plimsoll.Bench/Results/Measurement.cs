namespace Plimsoll.Bench.Results;

/// <summary>One contender's runs.</summary>
/// <param name="Name">What was run.</param>
/// <param name="Rows">Rows that it worked through.</param>
/// <param name="Bytes">Bytes that it read; 0 when they are not the matter.</param>
/// <param name="Seconds">Each round, in order.</param>
/// <param name="AllocatedBytes">Managed memory allocated in the last round.</param>
/// <param name="PeakBytes">Most memory that a process of its own held, native engines and mapped files included.</param>
/// <param name="CpuSeconds">Processor seconds of each round: a busy machine lengthens them less than the clock's.</param>
/// <param name="ColdCpuSeconds">Processor seconds of one cold run in a process of its own.</param>
/// <param name="Answer">What it computed or wrote, so that a fast wrong answer shows.</param>
internal sealed record Measurement(
    string Name,
    long Rows,
    long Bytes,
    IReadOnlyList<double> Seconds,
    long AllocatedBytes,
    long PeakBytes,
    IReadOnlyList<double> CpuSeconds,
    double ColdCpuSeconds,
    string Answer)
{
    /// <summary>The best round.</summary>
    public double Best => Seconds.Min();

    /// <summary>Managed memory for a row.</summary>
    public double AllocatedBytesPerRow => (double)AllocatedBytes / Rows;

    /// <summary>At the best round.</summary>
    public double RowsPerSecond => Rows / Best;

    /// <summary>At the best round, in 10^6 bytes.</summary>
    public double MegabytesPerSecond => Bytes / Best / 1e6;
}
