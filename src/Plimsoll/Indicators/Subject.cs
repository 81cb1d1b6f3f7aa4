using Plimsoll.Trade;

namespace Plimsoll.Indicators;

/// <summary>What an indicator is about.</summary>
/// <param name="Reporter">Whose statistics, or the group they are summed over.</param>
/// <param name="Partner">Partner or named partner group.</param>
/// <param name="Product">Product code, family or <c>TOTAL</c>.</param>
/// <param name="Flow">Direction; <see cref="Flow.None"/> when both enter (balance, cover ratio).</param>
public sealed record Subject(string Reporter, string Partner, string Product, Flow Flow)
{
    /// <inheritdoc/>
    public override string ToString() => Flow == Flow.None
        ? $"{Reporter}/{Partner}/{Product}"
        : $"{Reporter}/{Partner}/{Product}/{(Flow == Flow.Import ? "import" : "export")}";
}
