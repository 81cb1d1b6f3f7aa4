using System.Globalization;

namespace Plimsoll.Consultations.Calendars;

/// <summary>The last day of a deadline.</summary>
/// <param name="Day">The deadline has passed when this day is over.</param>
/// <param name="Provisional">Why the day may still move; null when it is certain.</param>
public sealed record DueDate(DateOnly Day, string? Provisional)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day:yyyy-MM-dd}{(Provisional is null ? "" : " (provisional)")}");
}
