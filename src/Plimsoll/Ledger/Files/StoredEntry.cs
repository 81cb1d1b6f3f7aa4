using Plimsoll.Ledger.Merkle;

namespace Plimsoll.Ledger.Files;

/// <summary>An entry as it lies in the database, with what was noted about it.</summary>
/// <param name="Index">Under which it is kept.</param>
/// <param name="Kind">By which it is found.</param>
/// <param name="Bytes">The entry.</param>
/// <param name="Leaf">Its hash in the stored tree; null when there is none.</param>
internal sealed record StoredEntry(long Index, string Kind, byte[] Bytes, TreeHash? Leaf);
