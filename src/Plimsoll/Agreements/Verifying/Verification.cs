using Plimsoll.Agreements.Evidence;
using System.Globalization;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Verifying;

/// <summary>
/// What a pack proves to somebody who does not trust its author: the arithmetic is done again from the rows, by code that shares
/// nothing with the assessment but the reader of agreements. Needs no store and no network.
/// </summary>
/// <param name="Finding">Id of the finding that the pack is about; empty when it could not be read.</param>
/// <param name="Sentence">The finding in words, as the pack has it.</param>
/// <param name="Steps">What was checked, in order.</param>
/// <param name="NotVerified">What nobody can check from the pack.</param>
public sealed record Verification(string Finding, string Sentence, IReadOnlyList<VerifiedStep> Steps, IReadOnlyList<string> NotVerified)
{
    /// <summary>True when everything that was checked holds.</summary>
    public bool Holds => Steps.All(s => s.Holds);

    /// <summary>Verifies a folder or a zip. <see cref="OutsideException"/> when the disk refuses.</summary>
    /// <param name="path">Folder or zip.</param>
    /// <param name="originals">Files of the sources, as they were received; may be none, or only some.</param>
    public static Verification Of(string path, IReadOnlyList<FileInfo> originals)
    {
        var read = PackReader.Read(path);
        if (!read.Ok)
        {
            return Unreadable([new VerifiedStep("The pack can be read", [read.Fault!])]);
        }

        var files = read.Value;
        var steps = new List<VerifiedStep> { new("Every file is the one in the manifest", [.. Manifest.Check(files)]) };
        if (!Directory.Exists(path))
        {
            steps.Add(new VerifiedStep("The zip is the one that is written of these files", IsOwnZip(path, files) ? [] :
                [new Fault("EVI-0003", "The zip was packed anew: its bytes do not follow from its files. Unpack it and verify the folder.", Path.GetFileName(path))]));
        }

        var parts = PackParts.Read(files);
        return parts.Ok ? Check(parts.Value, files, steps, originals) : Unreadable([.. steps, new VerifiedStep("Every part can be read", [parts.Fault!])]);
    }

    private static Verification Unreadable(IReadOnlyList<VerifiedStep> steps) => new("", "", steps, ["Everything else: the pack could not be read."]);

    private static bool IsOwnZip(string path, IReadOnlyDictionary<string, byte[]> files) => File.ReadAllBytes(path).AsSpan().SequenceEqual(StoredZip.Write(files));

    private static Verification Check(PackParts parts, IReadOnlyDictionary<string, byte[]> files, List<VerifiedStep> steps, IReadOnlyList<FileInfo> originals)
    {
        var finding = parts.Finding;
        var text = AgreementFile.Parse(parts.Agreement, EvidencePack.AgreementYaml);
        var clause = text.Agreement?.Clauses.FirstOrDefault(c => c.Id == finding.Clause.Id);
        if (clause is null)
        {
            steps.Add(new VerifiedStep("The agreement has the clause", [new Fault("EVI-0007", "The text of the agreement cannot be read, or has no such clause.", finding.Clause.Id)]));
            return new Verification(finding.Id, finding.Sentence, steps, ["Everything that follows from the clause."]);
        }

        var check = new PackCheck(parts, text, clause);
        steps.AddRange(
        [
            new VerifiedStep("Clause, limits, sources and status are those of the agreement's text, whose hash is right", [.. check.Agreement()]),
            new VerifiedStep("Every row belongs to a release of the list and to a sum, and every sum is of the subject", [.. check.Rows()]),
            new VerifiedStep("Every sum is the sum of its rows", [.. check.Sums()]),
            new VerifiedStep("Every reading follows from the sums by the indicator's method", [.. check.Readings()]),
            new VerifiedStep("Every comparison is with the limit in force, and comes out as written", [.. check.Comparisons()]),
            new VerifiedStep(string.Create(CultureInfo.InvariantCulture, $"The zones of {parts.Computation.Periods.Count} periods follow from the comparisons"), [.. check.Zones()]),
            new VerifiedStep("The finding is the last of them", [.. check.Finding()]),
            new VerifiedStep("Pages, tables and chart are those that follow from the rest", [.. Derived(parts, files)]),
        ]);
        if (originals.Count > 0)
        {
            steps.AddRange(OriginalFiles.Check(parts, clause, originals));
        }

        return new Verification(finding.Id, finding.Sentence, steps, [.. check.NotVerified(originals)]);
    }

    private static IEnumerable<Fault> Derived(PackParts parts, IReadOnlyDictionary<string, byte[]> files) =>
        from right in parts.Write()
        where right.Key != Manifest.Name
        where !files.TryGetValue(right.Key, out var bytes) || !bytes.AsSpan().SequenceEqual(right.Value)
        select new Fault("EVI-0012", "The file does not follow from the data of the pack.", right.Key);
}
