using Plimsoll.Trade;

namespace Plimsoll.Sources;

/// <summary>Average rate over a period, as published.</summary>
/// <param name="Currency">ISO code of the quoted currency.</param>
/// <param name="Base">ISO code of the base currency; the ECB's base is EUR.</param>
/// <param name="Period">Months averaged over.</param>
/// <param name="Rate">Units of <paramref name="Currency"/> for one unit of <paramref name="Base"/>, all decimals kept.</param>
public sealed record ExchangeRate(string Currency, string Base, Period Period, decimal Rate);
