using Plimsoll.Agreements;
using Plimsoll.Agreements.Yaml;
using Plimsoll.Trade;

namespace Plimsoll.Consultations.Notices;

/// <summary>A watch-list as read from YAML, or everything that is wrong with the file.</summary>
/// <param name="List">Null when there are faults.</param>
/// <param name="Faults">In the order of the file.</param>
public sealed record WatchListFile(WatchList? List, IReadOnlyList<PlacedFault> Faults)
{
    /// <summary>Reads a file. An <see cref="OutsideException"/> with code <c>AGR-0014</c> when the disk does not give it.</summary>
    public static WatchListFile Load(string path) => Parse(TextFile.Read(path), path);

    /// <summary>Reads text. Never throws on bad text; faults are those of agreement files, and <c>NTC-0001</c> to <c>NTC-0003</c>.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="file">Name for faults.</param>
    public static WatchListFile Parse(string text, string file)
    {
        var faults = new FaultLog(file);
        var list = YamlTree.Read(text, faults) is { } root ? WatchListReader.Read(root, faults) : null;
        return faults.IsEmpty ? new WatchListFile(list, []) : new WatchListFile(null, faults.Sorted());
    }
}
