using Plimsoll.Trade;

namespace Plimsoll.Agreements.Verifying;

/// <summary>One thing that was checked.</summary>
/// <param name="What">What, in words.</param>
/// <param name="Faults">What does not fit; empty when all does.</param>
public sealed record VerifiedStep(string What, IReadOnlyList<Fault> Faults)
{
    /// <summary>True when nothing was found.</summary>
    public bool Holds => Faults.Count == 0;
}
