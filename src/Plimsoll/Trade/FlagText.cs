namespace Plimsoll.Trade;

/// <summary>Eurostat's letters for flags.</summary>
public static class FlagText
{
    private static readonly (ObservationFlags Flag, char Letter)[] Letters =
    [
        (ObservationFlags.Break, 'b'), (ObservationFlags.Confidential, 'c'), (ObservationFlags.Estimated, 'e'),
        (ObservationFlags.Provisional, 'p'), (ObservationFlags.Missing, ':'),
    ];

    /// <summary>The letters in alphabetical order, the colon last; empty for an ordinary value.</summary>
    public static string Write(ObservationFlags flags) => string.Concat(Letters.Where(l => flags.HasFlag(l.Flag)).Select(l => l.Letter));

    /// <summary>The flags of a text such as <c>p</c>, <c>ec</c> or <c>:C</c>; fault <c>TRD-0005</c> for any other letter.</summary>
    public static Parsed<ObservationFlags> Parse(string text)
    {
        var flags = ObservationFlags.None;
        foreach (var c in text.Where(c => c != ' '))
        {
            var known = Letters.FirstOrDefault(l => l.Letter == char.ToLowerInvariant(c)).Flag;
            if (known == ObservationFlags.None)
            {
                return new Fault("TRD-0005", "Not a flag. Known are b, c, e, p and the colon.", text);
            }

            flags |= known;
        }

        return flags;
    }
}
