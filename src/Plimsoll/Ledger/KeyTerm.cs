using Plimsoll.Ledger.Notes;

namespace Plimsoll.Ledger;

/// <summary>From which entry to which a key may sign.</summary>
/// <param name="Key">The public key.</param>
/// <param name="From">First entry that it may sign.</param>
/// <param name="Until">First entry that it may not sign any more; null while it may.</param>
/// <param name="Reason">Why it was revoked; null when it was not.</param>
public sealed record KeyTerm(VerifierKey Key, long From, long? Until, string? Reason)
{
    /// <summary>True when the key may sign that entry.</summary>
    public bool Covers(long index) => index >= From && (Until is null || index < Until);
}
