using System.Globalization;
using Plimsoll.Trade;

namespace Plimsoll.Ledger;

/// <summary>Something in a log that is not as it was signed.</summary>
/// <param name="Index">The entry; the first that can be concerned when several can; null when the log as a whole is.</param>
/// <param name="Fault">What is wrong.</param>
public sealed record Discrepancy(long? Index, Fault Fault)
{
    /// <inheritdoc/>
    public override string ToString() => Index is { } index ? string.Create(CultureInfo.InvariantCulture, $"entry {index}: {Fault}") : $"log: {Fault}";
}
