using Plimsoll.Agreements.Adoption;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Evidence;

/// <summary>
/// The front door of this room: everything that a finding was made from, in files that anybody can check. The same vintages and the
/// same agreement give the same bytes on every machine. The form is described in docs/evidence.md.
/// </summary>
/// <param name="Name">Name of the folder, and of the zip without its ending.</param>
/// <param name="Files">Contents by file name, the manifest included.</param>
public sealed record EvidencePack(string Name, IReadOnlyDictionary<string, byte[]> Files)
{
    internal const string FindingFile = "finding.json";
    internal const string AgreementYaml = "agreement.yaml";
    internal const string ClauseFile = "clause.md";
    internal const string ReleasesFile = "releases.json";
    internal const string RowsFile = "rows.csv";
    internal const string ComputationFile = "computation.json";
    internal const string ComputationPage = "computation.txt";
    internal const string SensitivityFile = "sensitivity.json";
    internal const string SensitivityTable = "sensitivity.csv";
    internal const string ObjectionsFile = "objections.json";
    internal const string SignaturesFile = "signatures.json";
    internal const string ChartFile = "chart.svg";
    internal const string VerifyPage = "VERIFY.md";

    /// <summary>The pack of a finding. Null when the agreement has no such clause or the clause no such subject.</summary>
    /// <param name="run">The store, as of the day of the finding.</param>
    /// <param name="file">The agreement with its text; it must have been read without faults.</param>
    /// <param name="id">The finding.</param>
    /// <param name="objections">Objections that stand against it.</param>
    /// <param name="adoptions">What the parties' ledgers say of the text; none where no ledger does.</param>
    public static EvidencePack? Of(AgreementRun run, AgreementFile file, FindingId id, IReadOnlyList<Objection> objections, params IReadOnlyList<TextAdoption> adoptions)
    {
        var read = file.Agreement ?? throw new ArgumentException("The agreement has faults.", nameof(file));
        var agreement = read with { Status = StatusOf(read.Status, adoptions) };
        if (run.Trace(agreement, id) is not { } trace)
        {
            return null;
        }

        var computation = Computation.Of(trace);
        var rows = EvidenceRow.Of(run.Store, trace.Clause, computation);
        var entered = trace.Finding.Releases.Concat(rows.Select(r => r.Record.Release)).ToHashSet(StringComparer.Ordinal);
        var parts = new PackParts(
            FindingSheet.Of(file, trace),
            file.Text,
            computation,
            rows,
            [.. run.Known.Where(r => entered.Contains(r.Id)).Select(r => ReleaseSheet.Of(r, rows))],
            new Sensitivity(run, agreement, id, trace.Finding).Rows(),
            objections,
            adoptions);
        return new EvidencePack(NameOf(parts.Finding), parts.Write());
    }

    /// <summary>The zip: its bytes follow from the files.</summary>
    public byte[] Zip() => StoredZip.Write(Files);

    /// <summary>
    /// Writes folder and zip. Files of an earlier pack of the same name are replaced; <see cref="OutsideException"/> with code
    /// <c>EVI-0020</c> when the disk refuses, or when the folder holds a file that no pack has.
    /// </summary>
    public (DirectoryInfo Folder, FileInfo Zip) WriteTo(DirectoryInfo parent)
    {
        var folder = new DirectoryInfo(Path.Combine(parent.FullName, Name));
        var zip = new FileInfo(Path.Combine(parent.FullName, $"{Name}.zip"));
        try
        {
            folder.Create();
            if (folder.EnumerateFileSystemInfos().FirstOrDefault(f => !Files.ContainsKey(f.Name)) is { } foreign)
            {
                throw new OutsideException("EVI-0020", $"{folder.Name} holds {foreign.Name}, which is not part of the pack. Move it away, or choose another folder with --out.", retriable: false);
            }

            foreach (var (name, bytes) in Files)
            {
                File.WriteAllBytes(Path.Combine(folder.FullName, name), bytes);
            }

            File.WriteAllBytes(zip.FullName, Zip());
        }
        catch (Exception denied) when (denied is UnauthorizedAccessException or (IOException and not OutsideException))
        {
            throw new OutsideException("EVI-0020", $"Cannot write the pack: {denied.Message}", retriable: false, denied);
        }

        return (folder, zip);
    }

    // Signatures make more of a proposal; nothing makes more of an illustration. Several sets that differ make nothing of it here.
    private static AgreementStatus StatusOf(AgreementStatus own, IReadOnlyList<TextAdoption> adoptions) =>
        own != AgreementStatus.Illustrative && adoptions.Select(a => a.Status).Distinct().ToList() is [var one] ? one : own;

    internal static string NameOf(FindingSheet sheet)
    {
        var day = sheet.AsOf is { } asOf ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"_as-of-{asOf:yyyy-MM-dd}") : "";
        return string.Concat(sheet.Id.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_')) + day;
    }
}
