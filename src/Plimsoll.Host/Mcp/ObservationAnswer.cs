namespace Plimsoll.Host.Mcp;

/// <summary>One published figure, or the exact sum of several.</summary>
/// <param name="Reporter">Whose statistics.</param>
/// <param name="Partner">Trade with whom.</param>
/// <param name="Product">Code.</param>
/// <param name="Flow"><c>import</c> or <c>export</c>.</param>
/// <param name="Period">Period.</param>
/// <param name="Value">Value in its currency.</param>
/// <param name="QuantityKg">Net mass; null when not given.</param>
/// <param name="Flags">Flags of the source, or <c>partial</c>.</param>
internal sealed record ObservationAnswer(string Reporter, string Partner, string Product, string Flow, string Period, Figure Value, decimal? QuantityKg, string Flags);
