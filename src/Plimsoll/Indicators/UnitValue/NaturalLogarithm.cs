namespace Plimsoll.Indicators.UnitValue;

/// <summary>
/// The natural logarithm in decimal arithmetic. <see cref="Math.Log(double)"/> comes from each platform's C library and may differ in
/// the last digit; two parties that recompute each other's figures need the same digits everywhere.
/// </summary>
internal static class NaturalLogarithm
{
    private const decimal Ln2 = 0.6931471805599453094172321215m;

    /// <summary>ln (a/b): a decimal below one has fewer digits than one above, so the larger is divided by the smaller.</summary>
    internal static decimal OfRatio(decimal a, decimal b) => a >= b ? Of(a / b) : -Of(b / a);

    /// <summary>ln x by halving into [3/4, 3/2) and the series of the inverse hyperbolic tangent; x above zero.</summary>
    internal static decimal Of(decimal x)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(x);
        var halvings = 0;
        for (; x >= 1.5m; x /= 2m)
        {
            halvings++;
        }

        for (; x < 0.75m; x *= 2m)
        {
            halvings--;
        }

        var z = (x - 1m) / (x + 1m);
        var sum = 0m;
        var power = z;
        for (var odd = 1; power != 0m; odd += 2)
        {
            sum += power / odd;
            power *= z * z;
        }

        return (2m * sum) + (halvings * Ln2);
    }
}
