using System.Globalization;

namespace Plimsoll.Trade;

/// <summary>An amount in one unit of quantity: <c>KG</c> (net mass) or a supplementary unit of the Combined Nomenclature.</summary>
/// <param name="Amount">In single units, not hundreds of kilograms.</param>
/// <param name="Unit">Unit code, e.g. <c>KG</c>, <c>PST</c> (pieces), <c>LTR</c>.</param>
public readonly record struct Quantity(decimal Amount, string Unit)
{
    /// <summary>Net mass.</summary>
    public static Quantity Kilograms(decimal amount) => new(amount, "KG");

    /// <summary>The sum; an <see cref="ArgumentException"/> when the units differ.</summary>
    public static Quantity operator +(Quantity left, Quantity right) => string.Equals(left.Unit, right.Unit, StringComparison.Ordinal)
        ? left with { Amount = left.Amount + right.Amount }
        : throw new ArgumentException($"Cannot add {right.Unit} to {left.Unit}.");

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount} {Unit}");
}
