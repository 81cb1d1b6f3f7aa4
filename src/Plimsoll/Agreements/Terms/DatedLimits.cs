namespace Plimsoll.Agreements.Terms;

/// <summary>The limits of a condition from a day on, until the next entry. Entries are added, never overwritten.</summary>
/// <param name="Effective">First day on which they apply.</param>
/// <param name="Amber">Null when nothing is amber before red.</param>
/// <param name="Red">Null when nothing is red.</param>
/// <param name="ExitAmber">The limit that must no longer be crossed for amber to end; null when it is the amber limit.</param>
/// <param name="ExitRed">The limit that must no longer be crossed for red to end; null when it is the red limit.</param>
/// <param name="Reference">Provision or precedent that the numbers are taken or derived from.</param>
/// <param name="Link">Where that can be read.</param>
public sealed record DatedLimits(DateOnly Effective, Limit? Amber, Limit? Red, Limit? ExitAmber, Limit? ExitRed, string Reference, Uri Link)
{
    /// <summary>Every limit that is set, with the word that clauses and cases use for it.</summary>
    public IEnumerable<(string Level, Limit Limit)> Named
    {
        get
        {
            (string Level, Limit? Limit)[] all = [("amber", Amber), ("red", Red), ("exit_amber", ExitAmber), ("exit_red", ExitRed)];
            return all.Where(one => one.Limit is not null).Select(one => (one.Level, one.Limit!));
        }
    }

    /// <summary>Whether each limit is crossed, given the condition's own value.</summary>
    internal Crossing Crossing(decimal value, Comparator comparator, IReadOnlyDictionary<string, decimal?> values)
    {
        var red = Crossed(Red);
        var amber = Amber is null ? red : Larger(Crossed(Amber), red);
        var holdsRed = ExitRed is null ? red : Larger(Crossed(ExitRed), red);
        var holdsAmber = ExitAmber is null ? amber : Larger(Crossed(ExitAmber), amber);
        return new Crossing(amber, red, Larger(holdsAmber, holdsRed), holdsRed);

        Truth Crossed(Limit? limit) => limit switch
        {
            null => Truth.No,
            _ when limit.At(values) is { } number => comparator.IsCrossed(value, number) ? Truth.Yes : Truth.No,
            _ => Truth.Unknown,
        };
    }

    private static Truth Larger(Truth left, Truth right) => left > right ? left : right;
}
