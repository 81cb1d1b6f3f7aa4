namespace Plimsoll.Agreements.Adoption;

/// <summary>One thing that differs between two versions of an agreement.</summary>
/// <param name="Clause">Clause id; null for the agreement's own terms.</param>
/// <param name="What">What differs, e.g. <c>red limit of 'deficit' from 2019-01-01</c>.</param>
/// <param name="Before">Null when it is new.</param>
/// <param name="After">Null when it is gone.</param>
/// <param name="Effect">For a limit, <c>tighter</c> or <c>looser</c>; empty where that is no question.</param>
public sealed record AgreementChange(string? Clause, string What, string? Before, string? After, string Effect = "")
{
    /// <summary>The change as a sentence.</summary>
    public override string ToString()
    {
        var place = Clause is null ? "" : $"{Clause}: ";
        var sentence = (Before, After) switch
        {
            (null, _) => $"{What} is new: {After}",
            (_, null) => $"{What} is gone; it was {Before}",
            _ => $"{What} changes from {Before} to {After}",
        };
        return Effect.Length == 0 ? $"{place}{sentence}." : $"{place}{sentence} ({Effect}).";
    }
}
