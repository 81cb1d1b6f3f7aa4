namespace Plimsoll.Indicators;

/// <summary>What an indicator measures, before the window and the comparison. Written in snake case: <c>unit_value</c>.</summary>
public enum IndicatorMeasure
{
    /// <summary>Value of the subject's flow, in currency units.</summary>
    Value,

    /// <summary>Quantity of the subject's flow, in the unit of <see cref="IndicatorInputs.QuantityUnit"/>.</summary>
    Quantity,

    /// <summary>Value of the subject's flow divided by its quantity, over the whole window.</summary>
    UnitValue,

    /// <summary>Value of the subject's flow as a part of <see cref="IndicatorInputs.Denominator"/>, 0 to 1.</summary>
    Share,

    /// <summary>Exports minus imports in currency units: a deficit is negative.</summary>
    Balance,

    /// <summary>Exports divided by imports; 1 is balanced trade.</summary>
    CoverRatio,

    /// <summary>Imports divided by exports; 2 means that twice as much comes in as goes out.</summary>
    Ratio,

    /// <summary>Herfindahl–Hirschman index over the suppliers of <see cref="IndicatorInputs.Suppliers"/>, 0 to 1.</summary>
    Hhi,
}
