using Plimsoll.Store;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Run;

/// <summary>The sums that a clause needs of one reporter and partner; null what it does not ask for.</summary>
/// <param name="Imports">The subject's imports.</param>
/// <param name="Exports">The subject's exports.</param>
internal sealed record PairSums(Selection? Imports, Selection? Exports)
{
    /// <summary>The balance as published.</summary>
    internal Selection? PublishedBalance { get; init; }

    /// <summary>The subject's flow with all partners.</summary>
    internal Selection? Whole { get; init; }

    /// <summary>The subject's flow with secret and unspecified partners; null where the source lists none.</summary>
    internal Selection? Secret { get; init; }

    /// <summary>The subject's flow with each country.</summary>
    internal IReadOnlyList<(Country Partner, Selection Imports)> Suppliers { get; init; } = [];

    internal IEnumerable<Selection> All =>
        new[] { Imports, Exports, PublishedBalance, Whole, Secret }.OfType<Selection>().Concat(Suppliers.Select(s => s.Imports));
}
