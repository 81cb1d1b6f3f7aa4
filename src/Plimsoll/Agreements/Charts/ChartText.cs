namespace Plimsoll.Agreements.Charts;

/// <summary>What stands on a chart besides its points.</summary>
/// <param name="Title">The finding in words.</param>
/// <param name="Measure">What the line is, with its unit left out.</param>
/// <param name="Unit">Unit of all values.</param>
/// <param name="Comparator">On which side of a limit a value has crossed it.</param>
/// <param name="Source">Whose figures, and which releases.</param>
/// <param name="Status">Status in words, e.g. <c>illustrative – not agreed by the parties</c>.</param>
public sealed record ChartText(string Title, string Measure, string Unit, string Comparator, string Source, string Status)
{
    /// <summary>The language of the marks, numbers and periods.</summary>
    public ChartLanguage Language { get; init; } = ChartLanguage.English;
}
