using System.Text;
using Plimsoll.Agreements.Adoption;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Evidence;

/// <summary>What a pack says, and how each file follows from it.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Agreement">Text of the agreement.</param>
/// <param name="Computation">From rows to the colour.</param>
/// <param name="Rows">The records that entered.</param>
/// <param name="Releases">The releases that they come from.</param>
/// <param name="Sensitivity">The same finding with one thing changed.</param>
/// <param name="Objections">What stands against it.</param>
/// <param name="Adoptions">What ledgers say of the text; none where none does, and then there is no file of it.</param>
internal sealed record PackParts(
    FindingSheet Finding,
    string Agreement,
    Computation Computation,
    IReadOnlyList<EvidenceRow> Rows,
    IReadOnlyList<ReleaseSheet> Releases,
    IReadOnlyList<SensitivityRow> Sensitivity,
    IReadOnlyList<Objection> Objections,
    IReadOnlyList<TextAdoption> Adoptions)
{
    /// <summary>All files, the manifest last made.</summary>
    internal IReadOnlyDictionary<string, byte[]> Write()
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            [EvidencePack.FindingFile] = PackJson.Write(Finding),
            [EvidencePack.AgreementYaml] = Encoding.UTF8.GetBytes(Agreement),
            [EvidencePack.ClauseFile] = PackText.Clause(Finding),
            [EvidencePack.ReleasesFile] = PackJson.Write(Releases),
            [EvidencePack.RowsFile] = RowsCsv.Write(Rows),
            [EvidencePack.ComputationFile] = PackJson.Write(Computation),
            [EvidencePack.ComputationPage] = ComputationText.Write(Finding, Computation, Rows),
            [EvidencePack.SensitivityFile] = PackJson.Write(Sensitivity),
            [EvidencePack.SensitivityTable] = Evidence.Sensitivity.Csv(Sensitivity),
            [EvidencePack.ObjectionsFile] = PackJson.Write(Objections),
            [EvidencePack.ChartFile] = Encoding.UTF8.GetBytes(PackChart.Draw(Finding, Computation, Releases)),
            [EvidencePack.VerifyPage] = PackText.Verify(Finding, Releases),
        };
        if (Adoptions.Count > 0)
        {
            files[EvidencePack.SignaturesFile] = PackJson.Write(Adoptions);
        }

        files[Manifest.Name] = Manifest.Write(files);
        return files;
    }

    /// <summary>Reads the files that others follow from; the first that is missing (<c>EVI-0003</c>) or cannot be read (<c>EVI-0004</c>).</summary>
    internal static Parsed<PackParts> Read(IReadOnlyDictionary<string, byte[]> files)
    {
        string[] needed =
        [
            EvidencePack.FindingFile, EvidencePack.AgreementYaml, EvidencePack.ComputationFile, EvidencePack.RowsFile, EvidencePack.ReleasesFile,
            EvidencePack.SensitivityFile, EvidencePack.ObjectionsFile,
        ];
        if (needed.FirstOrDefault(name => !files.ContainsKey(name)) is { } missing)
        {
            return new Fault("EVI-0003", "The pack lacks a file.", missing);
        }

        var finding = PackJson.Read<FindingSheet>(needed[0], files[needed[0]]);
        var computation = PackJson.Read<Computation>(needed[2], files[needed[2]]);
        var rows = RowsCsv.Read(needed[3], files[needed[3]]);
        var releases = PackJson.Read<List<ReleaseSheet>>(needed[4], files[needed[4]]);
        var sensitivity = PackJson.Read<List<SensitivityRow>>(needed[5], files[needed[5]]);
        var objections = PackJson.Read<List<Objection>>(needed[6], files[needed[6]]);
        var adoptions = files.TryGetValue(EvidencePack.SignaturesFile, out var signed) ? PackJson.Read<List<TextAdoption>>(EvidencePack.SignaturesFile, signed) : new List<TextAdoption>();
        return (finding.Fault ?? computation.Fault ?? rows.Fault ?? releases.Fault ?? sensitivity.Fault ?? objections.Fault ?? adoptions.Fault) is { } fault
            ? fault
            : new PackParts(finding.Value, Encoding.UTF8.GetString(files[needed[1]]), computation.Value, rows.Value, releases.Value, sensitivity.Value, objections.Value, adoptions.Value);
    }
}
