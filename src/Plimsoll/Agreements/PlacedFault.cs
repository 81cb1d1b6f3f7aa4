using Plimsoll.Trade;

namespace Plimsoll.Agreements;

/// <summary>What is wrong with a file, and where.</summary>
/// <param name="File">Name of the file as it was given.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Fault">Code, what is wrong and what would be right, and the offending text.</param>
public sealed record PlacedFault(string File, long Line, long Column, Fault Fault)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}:{Column}: {Fault}";
}
