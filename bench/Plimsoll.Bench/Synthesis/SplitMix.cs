namespace Plimsoll.Bench.Synthesis;

/// <summary>
/// SplitMix64 (Steele, Lea, Flood 2014): the n-th draw is a function of seed and n, so that any draw can be had without the ones
/// before it and a month never depends on which months were written earlier.
/// </summary>
internal sealed class SplitMix(ulong seed)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong drawn;

    /// <summary>Draw number <paramref name="index"/> of a seed: 64 even bits.</summary>
    public static ulong At(ulong seed, ulong index)
    {
        unchecked
        {
            var z = seed + ((index + 1) * Golden);
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>The next 64 bits.</summary>
    public ulong Next() => At(seed, drawn++);

    /// <summary>Even in [0, 1).</summary>
    public double NextUnit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Standard normal (Box and Muller 1958).</summary>
    public double NextNormal() => Math.Sqrt(-2 * Math.Log(1 - NextUnit())) * Math.Cos(2 * Math.PI * NextUnit());

    /// <summary>exp(N(0, <paramref name="sigma"/>)), as a table to draw noise from without computing it a million times.</summary>
    public float[] LogNormalTable(int size, double sigma)
    {
        var table = new float[size];
        for (var i = 0; i < size; i++)
        {
            table[i] = (float)Math.Exp(sigma * NextNormal());
        }

        return table;
    }
}
