using CsCheck;
using Plimsoll.Store;
using Plimsoll.Store.Query;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Store.Cube;

/// <summary>The cube is disposable: whatever happens to its files, the Parquet files bring them back to the byte.</summary>
public sealed class CubeRebuildTests
{
    // A header of 128 bytes, four columns of rows and eight of the index; each takes 64 bytes as long as it needs no more.
    private const int FirstRow = 128;
    private const int Index = FirstRow + (4 * 64);
    private const int FirstMark = Index + (8 * 64);

    [Fact]
    public void A_cube_built_again_has_the_same_bytes()
    {
        using var temporary = new TemporaryStore();
        temporary.Ingest(Repository.Specimen("comext/full_v2_202402_AT_AD_slice.dat"));
        StoredCase.Put(temporary.Store, 1, 0, whole: true, Cells(), segmentRows: 2);
        var before = Cubes(temporary.Store);
        before.Count.ShouldBe(4);

        Directory.Delete(CubeFolder(temporary.Store), recursive: true);
        ReadAll(temporary.Store);
        Cubes(temporary.Store).ShouldBe(before);
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("cut in the header")]
    [InlineData("cut")]
    [InlineData("too long")]
    [InlineData("another version")]
    [InlineData("zeros")]
    [InlineData("mad counts")]
    public void A_damaged_cube_is_built_again(string damage)
    {
        using var temporary = new TemporaryStore();
        StoredCase.Put(temporary.Store, 1, 0, whole: true, Cells());
        var before = Cubes(temporary.Store);
        var file = Directory.GetFiles(CubeFolder(temporary.Store)).ShouldHaveSingleItem();
        File.WriteAllBytes(file, Damaged(File.ReadAllBytes(file), damage));

        ReadAll(temporary.Store);
        Cubes(temporary.Store).ShouldBe(before);
    }

    [Fact]
    public void A_cube_whose_header_or_index_changed_in_one_byte_is_built_again()
    {
        using var temporary = new TemporaryStore();
        StoredCase.Put(temporary.Store, 1, 0, whole: true, Cells());
        var file = Directory.GetFiles(CubeFolder(temporary.Store)).ShouldHaveSingleItem();
        var whole = File.ReadAllBytes(file);

        Gen.Select(Gen.OneOf(Gen.Int[0, FirstRow - 1], Gen.Int[Index, FirstMark - 1]), Gen.Byte[1, 255]).Sample(
            (at, change) =>
            {
                byte[] bytes = [.. whole];
                bytes[at] ^= change;
                File.WriteAllBytes(file, bytes);
                ReadAll(temporary.Store);
                File.ReadAllBytes(file).ShouldBe(whole);
            },
            iter: 60,
            threads: 1);
    }

    [Fact]
    public void A_cube_whose_rows_marks_or_totals_changed_in_one_bit_gives_the_figures_of_the_parquet_files()
    {
        using var temporary = new TemporaryStore();
        StoredCase.Put(temporary.Store, 1, 0, whole: true, Cells());
        var file = Directory.GetFiles(CubeFolder(temporary.Store)).ShouldHaveSingleItem();
        var whole = File.ReadAllBytes(file);
        var before = Figures(temporary.Store);

        for (var at = FirstRow; at < whole.Length; at++)
        {
            byte[] bytes = [.. whole];
            bytes[at] ^= (byte)(1 << (at % 8));
            File.WriteAllBytes(file, bytes);
            Figures(temporary.Store).ShouldBe(before, $"byte {at}");

            // The totals, which come last, only weigh what is missing and show in no figure here.
            (at < whole.Length - 64 || File.ReadAllBytes(file).SequenceEqual(whole)).ShouldBeTrue();
        }
    }

    [Fact]
    public void A_cube_of_several_parts_is_that_of_one()
    {
        using var temporary = new TemporaryStore();
        using var other = new TemporaryStore();
        string[] reporters = ["AT", "DE", "FR", "IT"];
        var rows = Enumerable.Range(0, 200).Select(i => StoredCase.Cell(reporters[i % 4], i % 3 == 0 ? "US" : "CN", $"850511{i % 5:00}", i % 2 == 0 ? Flow.Import : Flow.Export, i % 7, i)).ToList();
        StoredCase.Put(temporary.Store, 1, 0, whole: true, rows);
        StoredCase.Put(other.Store, 1, 0, whole: true, rows, sliceRows: 30);
        other.Store.Parts(other.Store.Releases()[0]).Count.ShouldBe(7);
        Cubes(other.Store).ShouldBe(Cubes(temporary.Store));

        Directory.Delete(CubeFolder(other.Store), recursive: true);
        ReadAll(other.Store);
        Cubes(other.Store).ShouldBe(Cubes(temporary.Store));
    }

    [Fact]
    public void Values_near_the_largest_that_is_stored_add_without_error()
    {
        // Ten times the largest amount is more thousandths than a long holds: in one cell, and in the sum over products.
        using var temporary = new TemporaryStore();
        const decimal Largest = 999_999_999_999_999.999m;
        StoredCase.Put(temporary.Store, 1, 0, whole: true, Enumerable.Range(0, 20).Select(i => StoredCase.Cell("DE", "CN", $"850511{i:00}", Flow.Import, 0, Largest)));
        StoredCase.Put(temporary.Store, 2, 1, whole: false, Enumerable.Repeat(StoredCase.Cell("DE", "CN", "85051110", Flow.Import, 0, Largest), 20));
        using var snapshot = temporary.Store.Snapshot("case", 1);
        StoredCase.Series(snapshot, "DE", "CN", "85051110", Flow.Import).Points.ShouldHaveSingleItem().Value.ShouldBe(20 * Largest);
        temporary.Store.Query(new TradeQuery("case") { Products = ["85051110"] }).ShouldHaveSingleItem().Value.ShouldBe(20 * Largest);
    }

    private static IEnumerable<Plimsoll.Sources.Observation> Cells() =>
    [
        StoredCase.Cell("DE", "CN", "85051110", Flow.Import, 0, 1.5m),
        StoredCase.Cell("DE", "CN", "85051190", Flow.Import, 0, null, ObservationFlags.Confidential),
        StoredCase.Cell("FR", "US", "85051110", Flow.Export, 1, 2m) with { SupplementaryQuantity = 3000, SupplementaryUnit = "p/st" },
        StoredCase.Cell("FR", "US", "85051110", Flow.Export, 1, 4m) with { Procedure = "3" },
        StoredCase.Cell("AT", "CN", "39199080", Flow.Import, 2, 0m),
    ];

    private static byte[] Damaged(byte[] bytes, string damage) => damage switch
    {
        "empty" => [],
        "cut in the header" => bytes[..50],
        "cut" => bytes[..^64],
        "too long" => [.. bytes, 0],
        "another version" => [.. "PLMCUBE0"u8, .. bytes[8..]],
        "zeros" => new byte[bytes.Length],
        _ => [.. bytes[..8], .. Enumerable.Repeat((byte)0xF7, 40), .. bytes[48..]],
    };

    private static void ReadAll(TradeStore store)
    {
        foreach (var source in new[] { "case", "comext" })
        {
            using var snapshot = store.Snapshot(source, 1);
        }
    }

    // What a reader of the cube sees.
    private static string Figures(TradeStore store)
    {
        using var snapshot = store.Snapshot("case", 1);
        var lines = new List<string> { string.Join(' ', snapshot.Publication.Periods) };
        var block = snapshot.NewBlock();
        foreach (var product in snapshot.Products)
        {
            snapshot.Read(product, block);
            lines.AddRange(block.Runs.SelectMany(r => Rows(product, r)));
            lines.AddRange(block.Marks.Select(m => $"{product} {m}"));
        }

        return string.Join('\n', lines);
    }

    private static IEnumerable<string> Rows(string product, BlockRun run) => Enumerable.Range(0, run.Count).Select(i => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{product} {run.Period} {run.Slot(i)} {run.Values[i]} {run.Kilograms[i]} {(run.Supplementary.IsEmpty ? 0 : run.Supplementary[i])}"));

    private static string CubeFolder(TradeStore store) => Path.Combine(store.Root.FullName, "cube");

    private static SortedDictionary<string, string> Cubes(TradeStore store) => new(
        Directory.GetFiles(CubeFolder(store)).ToDictionary(f => Path.GetFileName(f)!, f => Convert.ToHexString(File.ReadAllBytes(f)), StringComparer.Ordinal),
        StringComparer.Ordinal);
}
