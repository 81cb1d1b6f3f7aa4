using System.Globalization;
using Plimsoll.Sources;
using Plimsoll.Sources.Archives;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Sources;

/// <summary>
/// The bundled snapshot and the specimens, read by the house's own front door, against the counts and sums by flow that
/// Reference/snapshot/totals.py makes of the same files in exact decimals.
/// </summary>
public sealed class SnapshotTotalsTests
{
    private static readonly string Snapshot = Path.Combine(Repository.Root, "data", "snapshot");

    public static TheoryData<string> SnapshotFiles() => Files("snapshot/totals.csv");

    public static TheoryData<string> SpecimenFiles() => Files("snapshot/specimen-totals.csv");

    [Theory]
    [MemberData(nameof(SnapshotFiles))]
    public void A_bundled_file_sums_to_the_same_thousandth(string file) =>
        TotalsOf(Path.Combine(Snapshot, file)).ShouldBe(Reference("snapshot/totals.csv", file));

    [Theory]
    [MemberData(nameof(SpecimenFiles))]
    public void A_specimen_sums_to_the_same_thousandth(string file) =>
        TotalsOf(Repository.Specimen(file)).ShouldBe(Reference("snapshot/specimen-totals.csv", file));

    [Fact]
    public void Every_bundled_file_has_its_totals()
    {
        var bundled = Directory.GetFiles(Snapshot, "*.csv*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Snapshot, path).Replace('\\', '/'));
        bundled.Order(StringComparer.Ordinal).ShouldBe(Lines("snapshot/totals.csv").Select(line => line.Split(',')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private static TheoryData<string> Files(string reference) => [.. Lines(reference).Select(line => line.Split(',')[0]).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Lines(string reference) => File.ReadLines(Repository.Reference(reference)).Skip(1);

    private static string[] Reference(string reference, string file) =>
        [.. Lines(reference).Where(line => line.StartsWith(file + ",", StringComparison.Ordinal)).Select(line => line[(file.Length + 1)..])];

    private static string[] TotalsOf(string path)
    {
        using var raw = File.OpenRead(path);
        var sink = new RecordingSink();
        foreach (var entry in SourceFile.Entries(raw, Path.GetFileName(path), DateTimeOffset.UnixEpoch))
        {
            SourceReader.Read(entry, sink, TestContext.Current.CancellationToken).ShouldBeNull();
        }

        sink.Refusals.ShouldBeEmpty();
        return
        [
            .. sink.Rows.GroupBy(r => Word(r.Flow), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
                $"{g.Key},{(g.Any(r => r.Value != Fixed3.Null) ? sink.Header!.Currency : "")},{g.Count()},{Sum(g.Select(r => r.Value))},{Sum(g.Select(r => r.QuantityKg))}"),
        ];
    }

    private static string Word(Flow flow) => flow switch
    {
        Flow.Import => "import",
        Flow.Export => "export",
        _ => "balance",
    };

    private static string Sum(IEnumerable<long> thousandths)
    {
        var given = thousandths.Where(t => t != Fixed3.Null).ToList();
        var sum = given.Aggregate((Int128)0, (total, t) => total + t);
        return string.Create(CultureInfo.InvariantCulture, $"{given.Count},{Fixed3.ToDecimal(sum):F3}");
    }
}
