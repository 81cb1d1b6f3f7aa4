using System.Numerics;

namespace Plimsoll.Bench.Synthesis;

/// <summary>
/// The series behind the months: which reporter trades which product with whom, how regularly and how much. The same series come
/// back month after month, so that shares, rolling sums and surges over the months mean something.
/// </summary>
internal sealed class SeriesPopulation
{
    /// <summary>Rows per series and month: the mean of u^0.75 over even u.</summary>
    private const double MeanActivity = 1 / 1.75;

    private const int ProcedureBits = 2;
    private const int FlowBits = 1;
    private const int ProductBits = 14;
    private const int PartnerBits = 8;
    private const int KeyBits = 30;

    private SeriesPopulation(uint[] keys, ushort[] activity, float[] level, ulong seed) =>
        (Keys, Activity, Level, Seed) = (keys, activity, level, seed);

    /// <summary>Reporter, partner, product, flow and procedure in one number, ascending: the order of the file.</summary>
    public uint[] Keys { get; }

    /// <summary>How probable a row is in a month, in 65,536ths.</summary>
    public ushort[] Activity { get; }

    /// <summary>Typical value of a month, euro.</summary>
    public float[] Level { get; }

    /// <summary>What it was drawn with.</summary>
    public ulong Seed { get; }

    /// <summary>As many series as give about <paramref name="rows"/> rows a month.</summary>
    public static SeriesPopulation Draw(int rows, ulong seed)
    {
        var keys = DrawKeys((int)(rows / MeanActivity), new SplitMix(seed));
        var random = new SplitMix(SplitMix.At(seed, 1));
        var activity = new ushort[keys.Length];
        var level = new float[keys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            // Regular series are the larger ones. The constants give a mean row of 240,000 euro, as in the real 2025-12.
            var regularity = Math.Pow(random.NextUnit(), 0.75);
            activity[i] = (ushort)(regularity * ushort.MaxValue);
            level[i] = (float)Math.Exp(8.1 + (2.6 * regularity) + (2.05 * random.NextNormal()));
        }

        return new SeriesPopulation(keys, activity, level, seed);
    }

    /// <summary>Number of the reporter in <see cref="Places.Reporters"/>.</summary>
    public static int Reporter(uint key) => (int)(key >> (KeyBits - 5));

    /// <summary>Number of the partner in <see cref="Places.Partners"/>.</summary>
    public static int Partner(uint key) => (int)(key >> (ProductBits + FlowBits + ProcedureBits)) & ((1 << PartnerBits) - 1);

    /// <summary>Number of the product in <see cref="ProductList.All"/>.</summary>
    public static int Product(uint key) => (int)(key >> (FlowBits + ProcedureBits)) & ((1 << ProductBits) - 1);

    /// <summary>Flow and procedure together, 0 to 7.</summary>
    public static int FlowAndProcedure(uint key) => (int)(key & 7);

    private static uint[] DrawKeys(int count, SplitMix random)
    {
        var reporters = new AliasTable(Places.ReporterWeights);
        var partners = new AliasTable(Places.PartnerWeights);
        var products = new AliasTable(ProductWeights(random));
        var procedures = new AliasTable([0.92, 0.04, 0.02, 0.02]);
        var home = Places.Reporters.Select(code => Places.Partners.ToList().IndexOf(code)).ToArray();
        var drawn = new ulong[1 << (KeyBits - 6)];
        for (var found = 0; found < count;)
        {
            var (reporter, partner, product) = (reporters.Draw(random), partners.Draw(random), products.Draw(random));
            var flow = random.NextUnit() < 0.434 ? 0 : 1;
            var key = ((((((((reporter << PartnerBits) | partner) << ProductBits) | product) << FlowBits) | flow) << ProcedureBits)
                | procedures.Draw(random));
            var bit = 1UL << (key & 63);
            ref var word = ref drawn[key >> 6];
            if ((word & bit) == 0 && partner != home[reporter])
            {
                word |= bit;
                found++;
            }
        }

        return Ascending(drawn, count);
    }

    /// <summary>Weights fall with a rank drawn at random; masked codes together have one row in thirty.</summary>
    private static double[] ProductWeights(SplitMix random)
    {
        var weights = new double[ProductList.All.Count];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = 1 / Math.Pow((random.NextUnit() * weights.Length) + 40, 0.72) * (ProductList.All[i].IsMasked ? 0.06 : 1);
        }

        return weights;
    }

    private static uint[] Ascending(ulong[] drawn, int count)
    {
        var keys = new uint[count];
        var next = 0;
        for (var i = 0; i < drawn.Length; i++)
        {
            for (var word = drawn[i]; word != 0; word &= word - 1)
            {
                keys[next++] = (uint)((i << 6) + BitOperations.TrailingZeroCount(word));
            }
        }

        return keys;
    }
}
