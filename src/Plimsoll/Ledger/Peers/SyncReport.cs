using Plimsoll.Trade;

namespace Plimsoll.Ledger.Peers;

/// <summary>What a run brought from a peer whose log was found in order.</summary>
/// <param name="Peer">The peer.</param>
/// <param name="Before">Entries that were here before.</param>
/// <param name="Entries">Entries that are here now.</param>
/// <param name="Cosigned">True when all that the peer entered, cosignatures apart, now stands under a checkpoint that is cosigned in our own log.</param>
/// <param name="Documents">Documents that came.</param>
/// <param name="Troubles">What is not in order beside the log itself; empty when nothing.</param>
public sealed record SyncReport(Peer Peer, long Before, long Entries, bool Cosigned, int Documents, IReadOnlyList<Fault> Troubles);
