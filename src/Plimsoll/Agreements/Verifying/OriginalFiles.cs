using Plimsoll.Agreements.Evidence;
using System.Globalization;
using System.Security.Cryptography;
using Plimsoll.Store;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Verifying;

/// <summary>Holds a pack against the files of the sources: their hashes, and their rows, read anew into a store that is thrown away.</summary>
internal static class OriginalFiles
{
    internal static IReadOnlyList<VerifiedStep> Check(PackParts parts, Clause clause, IReadOnlyList<FileInfo> originals)
    {
        var folder = Directory.CreateTempSubdirectory("plimsoll-verify-");
        try
        {
            var store = new TradeStore(folder, TimeProvider.System);
            var faults = originals.SelectMany(file => TakeIn(store, file, parts.Releases)).ToList();
            var given = store.Releases().Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
            var wanted = parts.Releases.Where(r => r.RowsEntered > 0).Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
            var complete = parts.Releases.All(r => given.Contains(r.Id));
            var found = EvidenceRow.Of(store, clause, parts.Computation);
            var claimed = parts.Rows.Where(r => given.Contains(r.Record.Release)).ToList();
            var invented = Beyond(claimed, found).Select(r => Wrong("The file of the source has no such row, or a later file replaced it.", r));
            var leftOut = complete ? Beyond(found, claimed).Select(r => Wrong("The file of the source has a row that the pack leaves out.", r)) : [];
            return
            [
                new VerifiedStep(string.Create(CultureInfo.InvariantCulture, $"The {originals.Count} files given are releases of the list, byte for byte"), faults),
                new VerifiedStep(
                    string.Create(CultureInfo.InvariantCulture, $"The files have the {claimed.Count} rows that the pack takes from them{(complete ? ", and no other for these cells" : $"; {wanted.Count(id => !given.Contains(id))} files were not given, so rows that were left out cannot be seen")}"),
                    [.. invented, .. leftOut]),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Equal rows count as often as they stand there.
    private static IEnumerable<EvidenceRow> Beyond(IEnumerable<EvidenceRow> rows, IEnumerable<EvidenceRow> others)
    {
        var counts = others.CountBy(r => r).ToDictionary();
        return rows.CountBy(r => r).Where(r => r.Value > counts.GetValueOrDefault(r.Key)).Select(r => r.Key);
    }

    private static IEnumerable<Fault> TakeIn(TradeStore store, FileInfo file, IReadOnlyList<ReleaseSheet> releases)
    {
        var sha = Hash(file);
        var listed = releases.Where(r => r.Sha256 == sha).ToList();
        if (listed.Count == 0)
        {
            return [new Fault("EVI-0010", $"No release of the pack has the hash of this file, {sha}.", file.Name)];
        }

        var outcomes = store.Ingest(file, new IngestOptions(listed[0].PublishedAt));
        return
            from sheet in listed
            let read = outcomes.Select(o => o.Release).FirstOrDefault(r => r?.Id == sheet.Id)
            where read is null || read.Source != sheet.Source || read.RowsIn != sheet.RowsIn || read.RowsRefused != sheet.RowsRefused || read.Currency != sheet.Currency || read.Scope.Exhaustive != sheet.Exhaustive
            select new Fault("EVI-0011", "The file does not read as releases.json describes it.", sheet.Id);
    }

    private static string Hash(FileInfo file)
    {
        try
        {
            using var content = file.OpenRead();
            return Convert.ToHexStringLower(SHA256.HashData(content));
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            throw new OutsideException("STO-0002", $"Cannot read {file.Name}: {denied.Message}", retriable: false, denied);
        }
    }

    private static Fault Wrong(string message, EvidenceRow row)
    {
        var r = row.Record;
        return new Fault("EVI-0011", message, $"{r.Release} {r.Reporter} {r.Partner} {r.Product} {r.Flow} {r.Period} value {r.Value} kg {r.QuantityKg}");
    }
}
