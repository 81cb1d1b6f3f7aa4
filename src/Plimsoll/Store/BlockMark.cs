using Plimsoll.Trade;

namespace Plimsoll.Store;

/// <summary>A flagged cell.</summary>
/// <param name="Period">Months covered.</param>
/// <param name="Slot">Cell, see <see cref="Axes.Slot"/>.</param>
/// <param name="Flags">The source's flags.</param>
/// <param name="Value">Value of its row, thousandths; zero when not given.</param>
/// <param name="Kilograms">Net mass of its row, thousandths; null when not given.</param>
/// <param name="Supplementary">Supplementary quantity of its row, thousandths; zero when not given.</param>
public readonly record struct BlockMark(Period Period, int Slot, ObservationFlags Flags, long Value, long? Kilograms, long Supplementary)
{
    /// <summary>
    /// The flags as they bear on one measure. A cell may be listed with a value and without a mass, or the other way round: it is missing
    /// only in the measure that was not given. What is confidential is suppressed, not missing.
    /// </summary>
    public ObservationFlags On(Measure measure)
    {
        if (Flags.HasFlag(ObservationFlags.Confidential))
        {
            return Flags & ~ObservationFlags.Missing;
        }

        return measure switch
        {
            Measure.Kilograms when Kilograms is null => Flags | ObservationFlags.Missing,
            Measure.Kilograms => Flags & ~ObservationFlags.Missing,
            Measure.Value when Value == 0 => Flags,
            Measure.Supplementary when Supplementary == 0 => Flags,
            _ => Flags & ~ObservationFlags.Missing,
        };
    }
}
