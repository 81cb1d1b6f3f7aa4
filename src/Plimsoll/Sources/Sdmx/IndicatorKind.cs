namespace Plimsoll.Sources.Sdmx;

/// <summary>Which column of an observation an indicator fills.</summary>
internal enum IndicatorKind
{
    Value,
    Kilograms,
    Supplementary,
}
