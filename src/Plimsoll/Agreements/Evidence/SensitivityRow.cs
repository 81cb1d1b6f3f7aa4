namespace Plimsoll.Agreements.Evidence;

/// <summary>The same finding with one thing changed.</summary>
/// <param name="Change">What was changed: <c>as_found</c>, <c>basis</c>, <c>partner</c>, <c>period</c>, <c>vintage</c>.</param>
/// <param name="To">To what.</param>
/// <param name="Zone">Zone; null where no zone can be given.</param>
/// <param name="Status">How much the parties agreed to.</param>
/// <param name="Period">Period assessed.</param>
/// <param name="Indicator">Leading reading.</param>
/// <param name="Value">Its value.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Comparator">How it is held against the limits.</param>
/// <param name="Amber">Amber limit.</param>
/// <param name="Red">Red limit.</param>
/// <param name="Note">What a reader must know; empty when nothing.</param>
internal sealed record SensitivityRow(
    string Change,
    string To,
    Zone? Zone,
    AgreementStatus Status,
    string Period,
    string? Indicator,
    decimal? Value,
    string Unit,
    string Comparator,
    decimal? Amber,
    decimal? Red,
    string Note);
