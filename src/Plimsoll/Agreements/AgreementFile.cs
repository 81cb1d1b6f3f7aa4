using Plimsoll.Agreements.Yaml;
using Plimsoll.Trade;

namespace Plimsoll.Agreements;

/// <summary>An agreement as it was read from YAML, or everything that is wrong with the file.</summary>
/// <param name="Agreement">Null when there are faults.</param>
/// <param name="Faults">In the order of the file; empty when there is an agreement.</param>
public sealed record AgreementFile(Agreement? Agreement, IReadOnlyList<PlacedFault> Faults)
{
    /// <summary>The text as it was read; what the hash in an evidence pack is taken of, as UTF-8.</summary>
    public string Text { get; init; } = "";

    /// <summary>Reads a file. An <see cref="OutsideException"/> with code <c>AGR-0014</c> when the disk does not give it.</summary>
    public static AgreementFile Load(string path) => Parse(TextFile.Read(path), path);

    /// <summary>Reads text. Never throws on bad text.</summary>
    /// <param name="text">YAML, at most one megabyte.</param>
    /// <param name="file">Name for faults.</param>
    public static AgreementFile Parse(string text, string file)
    {
        var faults = new FaultLog(file);
        var agreement = YamlTree.Read(text, faults) is { } root ? AgreementReader.Read(root, faults) : null;
        return new AgreementFile(faults.IsEmpty ? agreement : null, faults.Sorted()) { Text = text };
    }
}
