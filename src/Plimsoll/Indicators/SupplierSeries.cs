using Plimsoll.Store;
using Plimsoll.Trade;

namespace Plimsoll.Indicators;

/// <summary>Imports from one country.</summary>
/// <param name="Partner">The supplying country.</param>
/// <param name="Imports">Value, in currency units.</param>
public sealed record SupplierSeries(Country Partner, Series Imports);
