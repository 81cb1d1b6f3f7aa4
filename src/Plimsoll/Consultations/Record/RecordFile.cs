using Plimsoll.Agreements;
using Plimsoll.Agreements.Yaml;
using Plimsoll.Trade;

namespace Plimsoll.Consultations.Record;

/// <summary>A meeting and what was promised at it, as read from YAML, or everything that is wrong with the file.</summary>
/// <param name="Meeting">Null when there are faults.</param>
/// <param name="Commitments">Empty when there are faults.</param>
/// <param name="Faults">In the order of the file.</param>
public sealed record RecordFile(Meeting? Meeting, IReadOnlyList<Commitment> Commitments, IReadOnlyList<PlacedFault> Faults)
{
    private const string Folder = "record/";

    /// <summary>The public record that ships.</summary>
    public static IReadOnlyList<RecordFile> Bundled { get; } =
        [.. Resources.In(Folder).Select(file => Parse(file.Text, file.Name)).Select(read => read.Meeting is null ? throw new InvalidOperationException(read.Faults[0].ToString()) : read)];

    /// <summary>Reads a file. An <see cref="OutsideException"/> with code <c>AGR-0014</c> when the disk does not give it.</summary>
    public static RecordFile Load(string path) => Parse(TextFile.Read(path), path);

    /// <summary>Reads text. Never throws on bad text; faults are those of agreement files, and <c>CON-0021</c>.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="file">Name for faults.</param>
    public static RecordFile Parse(string text, string file)
    {
        var faults = new FaultLog(file);
        var read = YamlTree.Read(text, faults) is { } root ? RecordReader.Read(root, faults) : default;
        return faults.IsEmpty ? new RecordFile(read.Meeting, read.Commitments, []) : new RecordFile(null, [], faults.Sorted());
    }
}
