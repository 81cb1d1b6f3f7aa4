namespace Plimsoll.Agreements;

/// <summary>How far one value is from a limit.</summary>
/// <param name="Indicator">Which value, without method version.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Valuation">Whose figures, and how they are valued.</param>
/// <param name="Limit">Which limit: <c>amber</c>, <c>red</c>, <c>exit_amber</c>, <c>exit_red</c>, or <c>floor</c> for the clause's materiality floor.</param>
/// <param name="At">The limit, in the unit of the value.</param>
/// <param name="Change">What must be added to the value to reach the limit; negative when it must fall.</param>
/// <param name="Share">The same as a part of the value's size; null when the value is zero.</param>
/// <param name="MustPass">True when reaching the limit is not enough: the value must go past it by any amount.</param>
public sealed record Distance(string Indicator, string Unit, string Valuation, string Limit, decimal At, decimal Change, decimal? Share, bool MustPass);
