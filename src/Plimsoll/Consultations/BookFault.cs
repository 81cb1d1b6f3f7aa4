using System.Globalization;
using Plimsoll.Trade;

namespace Plimsoll.Consultations;

/// <summary>An entry that says what cannot be. It stays in its log, and changes nothing.</summary>
/// <param name="Log">Origin of the log.</param>
/// <param name="Index">Its place there.</param>
/// <param name="Fault">What is wrong.</param>
public sealed record BookFault(string Log, long Index, Fault Fault)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Log} entry {Index}: {Fault}");
}
