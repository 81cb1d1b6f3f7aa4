using Plimsoll.Trade;

namespace Plimsoll.Store;

/// <summary>A flagged cell.</summary>
/// <param name="Period">Months covered.</param>
/// <param name="Slot">Cell, see <see cref="Axes.Slot"/>.</param>
/// <param name="Flags">The source's flags.</param>
/// <param name="Value">Value of its row, thousandths; zero when not given.</param>
/// <param name="Kilograms">Net mass of its row, thousandths; zero when not given.</param>
/// <param name="Supplementary">Supplementary quantity of its row, thousandths; zero when not given.</param>
public readonly record struct BlockMark(Period Period, int Slot, ObservationFlags Flags, long Value, long Kilograms, long Supplementary)
{
    /// <summary>
    /// The flags as they bear on one measure. A cell may be listed with a value and without a mass, or the other way round: it is missing
    /// only in the measure that was not given. What is confidential is suppressed, not missing.
    /// </summary>
    public ObservationFlags On(Measure measure)
    {
        var given = measure switch
        {
            Measure.Value => Value,
            Measure.Kilograms => Kilograms,
            _ => Supplementary,
        };
        return given != 0 || Flags.HasFlag(ObservationFlags.Confidential) ? Flags & ~ObservationFlags.Missing : Flags;
    }
}
