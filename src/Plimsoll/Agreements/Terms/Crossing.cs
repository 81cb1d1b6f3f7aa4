namespace Plimsoll.Agreements.Terms;

/// <summary>Which limits are crossed in one period. Leaving a zone can be harder than entering it, so each colour has two answers.</summary>
/// <param name="Amber">The amber limit is crossed; always at least as true as <paramref name="Red"/>.</param>
/// <param name="Red">The red limit is crossed.</param>
/// <param name="HoldsAmber">Not yet back inside the limit at which amber ends.</param>
/// <param name="HoldsRed">Not yet back inside the limit at which red ends.</param>
public readonly record struct Crossing(Truth Amber, Truth Red, Truth HoldsAmber, Truth HoldsRed)
{
    /// <summary>Every limit answered alike.</summary>
    public static Crossing All(Truth truth) => new(truth, truth, truth, truth);

    /// <summary>Both.</summary>
    public static Crossing operator &(Crossing left, Crossing right) => AtLeast(2, [left, right]);

    /// <summary>
    /// True where at least <paramref name="k"/> of the parts are. The k-th largest truth value is the answer, so that parts that are
    /// unknown matter only while they could still decide.
    /// </summary>
    public static Crossing AtLeast(int k, IReadOnlyList<Crossing> parts) => new(
        KthLargest(k, parts.Select(part => part.Amber)),
        KthLargest(k, parts.Select(part => part.Red)),
        KthLargest(k, parts.Select(part => part.HoldsAmber)),
        KthLargest(k, parts.Select(part => part.HoldsRed)));

    private static Truth KthLargest(int k, IEnumerable<Truth> truths) => truths.OrderDescending().ElementAt(k - 1);
}
