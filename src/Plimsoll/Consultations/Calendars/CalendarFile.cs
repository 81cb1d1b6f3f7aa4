using Plimsoll.Agreements;
using Plimsoll.Agreements.Yaml;

namespace Plimsoll.Consultations.Calendars;

/// <summary>A calendar as it was read from YAML, or everything that is wrong with the file.</summary>
/// <param name="Calendar">Null when there are faults.</param>
/// <param name="Faults">In the order of the file; empty when there is a calendar.</param>
public sealed record CalendarFile(WorkingCalendar? Calendar, IReadOnlyList<PlacedFault> Faults)
{
    private const string Folder = "calendars/";

    /// <summary>The calendars that ship, by party.</summary>
    public static IReadOnlyList<WorkingCalendar> Bundled { get; } =
        [.. Resources.In(Folder).Select(file => Parse(file.Text, file.Name)).Select(read => read.Calendar ?? throw new InvalidOperationException(read.Faults[0].ToString()))];

    /// <summary>Reads text. Never throws on bad text; faults are those of agreement files, and <c>CON-0020</c>.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="file">Name for faults.</param>
    public static CalendarFile Parse(string text, string file)
    {
        var faults = new FaultLog(file);
        var calendar = YamlTree.Read(text, faults) is { } root ? CalendarReader.Read(root, faults) : null;
        return new CalendarFile(faults.IsEmpty ? calendar : null, faults.Sorted());
    }
}
