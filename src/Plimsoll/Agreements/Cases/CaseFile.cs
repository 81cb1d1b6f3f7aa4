using Plimsoll.Agreements.Yaml;

namespace Plimsoll.Agreements.Cases;

/// <summary>The cases of one file, or everything that is wrong with it.</summary>
/// <param name="Cases">Empty when there are faults.</param>
/// <param name="Faults">In the order of the file.</param>
public sealed record CaseFile(IReadOnlyList<AgreementCase> Cases, IReadOnlyList<PlacedFault> Faults)
{
    /// <summary>Reads a file of <paramref name="agreement"/>'s cases; an <see cref="Trade.OutsideException"/> with code <c>AGR-0014</c> when the disk does not give it.</summary>
    public static CaseFile Load(string path, Agreement agreement) => Parse(TextFile.Read(path), path, agreement);

    /// <summary>Reads text. Never throws on bad text.</summary>
    public static CaseFile Parse(string text, string file, Agreement agreement)
    {
        var faults = new FaultLog(file);
        IReadOnlyList<AgreementCase> cases = YamlTree.Read(text, faults) is { } root ? CaseReader.Read(root, agreement, faults) : [];
        return new CaseFile(faults.IsEmpty ? cases : [], faults.Sorted());
    }
}
