namespace Plimsoll.Ledger.Peers;

/// <summary>How much a peer may ask of this side: whoever answers is not trusted, and may never end.</summary>
public sealed record PeerLimits
{
    /// <summary>Longest wait for one piece, from the question to the last byte.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Most bytes of a checkpoint with its signatures. It has to fit into an entry.</summary>
    public int CheckpointBytes { get; init; } = 16 << 10;

    /// <summary>Most bytes of a document.</summary>
    public int DocumentBytes { get; init; } = DocumentShelf.LengthLimit;

    /// <summary>Most documents that come in one run.</summary>
    public int Documents { get; init; } = 10_000;

    /// <summary>Most troubles with documents that one run reports one by one.</summary>
    public int Troubles { get; init; } = 100;

    /// <summary>Most entries that come in one run.</summary>
    public long Entries { get; init; } = 4_000_000;

    /// <summary>Most bytes that come in one run.</summary>
    public long Bytes { get; init; } = 8L << 30;
}
