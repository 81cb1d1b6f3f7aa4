using Plimsoll.Sources;
using Plimsoll.Trade;

namespace Plimsoll.Store;

/// <summary>What became of one answer.</summary>
/// <param name="Place">File or archive entry.</param>
/// <param name="Release">The release, stored now or before; null when the answer was refused as a whole.</param>
/// <param name="AlreadyKnown">True when the same bytes were in the store: nothing was done.</param>
/// <param name="Fault">Why the answer was refused as a whole; null otherwise.</param>
/// <param name="FirstRefusals">The first refused records, at most 20; the store keeps them all.</param>
public sealed record IngestOutcome(
    string Place,
    Release? Release,
    bool AlreadyKnown,
    Fault? Fault,
    IReadOnlyList<Refusal> FirstRefusals);
