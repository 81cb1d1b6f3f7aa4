namespace Plimsoll.Host.Mcp;

/// <summary>One clause held against one subject in one period.</summary>
/// <param name="Id">What <c>explain_trigger</c> takes.</param>
/// <param name="Clause">Clause id.</param>
/// <param name="Reporter">Whose trade.</param>
/// <param name="Partner">With whom.</param>
/// <param name="Product">In what: a code, or <c>TOTAL</c>.</param>
/// <param name="Flow"><c>import</c>, <c>export</c>, or <c>none</c> where both enter.</param>
/// <param name="Period">Period assessed.</param>
/// <param name="Zone"><c>green</c>, <c>pending</c>, <c>recovering</c>, <c>amber</c>, <c>red</c> or <c>not_assessable</c>.</param>
/// <param name="PreviousZone">One period earlier, on the same vintage.</param>
/// <param name="Measure">Indicator of the leading value.</param>
/// <param name="Value">The leading value.</param>
/// <param name="Amber">Amber limit; null when there is none.</param>
/// <param name="Red">Red limit; null when there is none.</param>
/// <param name="Comparator">On which side of a limit it is crossed.</param>
/// <param name="Status">How much the parties agreed to.</param>
/// <param name="Reason">Why not assessable; null otherwise.</param>
internal sealed record FindingAnswer(
    string Id,
    string Clause,
    string Reporter,
    string Partner,
    string Product,
    string Flow,
    string Period,
    string Zone,
    string PreviousZone,
    string? Measure,
    Figure Value,
    decimal? Amber,
    decimal? Red,
    string Comparator,
    string Status,
    string? Reason);
