using System.Globalization;

namespace Plimsoll.Agreements.Sealing;

/// <summary>The first thing in which two computations of one assessment differ.</summary>
/// <param name="Kind">
/// <c>agreement</c>, <c>method_version</c>, <c>input_missing</c> (a release that was sealed and is not here), <c>input_unsealed</c> (one that
/// is here and was not sealed), <c>input_differs</c>, <c>finding_missing</c>, <c>finding_unsealed</c>, or the name of the field that differs.
/// </param>
/// <param name="Place">Which release or finding, and which reading.</param>
/// <param name="Sealed">What was sealed; null when nothing was.</param>
/// <param name="Computed">What was computed here; null when nothing was.</param>
public sealed record SealDifference(string Kind, string Place, string? Sealed, string? Computed)
{
    /// <summary>Computed minus sealed where both are numbers; null elsewhere.</summary>
    public decimal? By => Number(Computed) - Number(Sealed);

    /// <inheritdoc/>
    public override string ToString()
    {
        var by = By is { } distance ? $", a difference of {distance.ToString(CultureInfo.InvariantCulture)}" : "";
        return $"{Kind} at {Place}: sealed {Sealed ?? "nothing"}, computed {Computed ?? "nothing"}{by}";
    }

    private static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
