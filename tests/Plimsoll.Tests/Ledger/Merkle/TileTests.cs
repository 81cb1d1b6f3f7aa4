using CsCheck;
using Plimsoll.Ledger.Merkle;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Ledger.Merkle;

public sealed class TileTests
{
    // Examples of C2SP tlog-tiles.
    [Theory]
    [InlineData(0, 1_234_067, 256, "tile/0/x001/x234/067")]
    [InlineData(0, 0, 256, "tile/0/000")]
    [InlineData(1, 1, 17, "tile/1/001.p/17")]
    [InlineData(63, 999, 1, "tile/63/999.p/1")]
    [InlineData(null, 1_000, 255, "tile/entries/x001/000.p/255")]
    public void Addresses_are_written_and_read_as_the_standard_says(int? level, long index, int width, string path)
    {
        new Tile(level, index, width).ToString().ShouldBe(path);
        Tile.Parse(path).Value.ShouldBe(new Tile(level, index, width));
    }

    [Theory]
    [InlineData("tile/0/0")]
    [InlineData("tile/00/000")]
    [InlineData("tile/64/000")]
    [InlineData("tile/-1/000")]
    [InlineData("tile/0/x000/001")]
    [InlineData("tile/0/001/002")]
    [InlineData("tile/0/x001")]
    [InlineData("tile/0/001.p/256")]
    [InlineData("tile/0/001.p/0")]
    [InlineData("tile/0/001.p/01")]
    [InlineData("tile/0/001/")]
    [InlineData("tile/entries/../../key")]
    [InlineData("tile/0/x999/x999/x999/x999/x999/x999/x999/999")]
    [InlineData("/tile/0/001")]
    [InlineData("tile/0/٠٠١")]
    public void Any_other_address_is_refused(string path) => Tile.Parse(path).Fault!.Code.ShouldBe("LED-0017");

    // C2SP tlog-tiles: 273 full tiles and one of 112 at level 0, one full and one of 17 at level 1, one of 1 at level 2.
    [Fact]
    public void A_tree_of_seventy_thousand_has_the_published_tiles()
    {
        IEnumerable<(long Index, int Width)> At(int? level) => Tile.Of(70_000, level).Select(t => (t.Index, t.Width));
        At(0).ShouldBe([.. Enumerable.Range(0, 273).Select(i => ((long)i, 256)), (273, 112)]);
        At(1).ShouldBe([(0, 256), (1, 17)]);
        At(2).ShouldBe([(0, 1)]);
        At(3).ShouldBeEmpty();
        At(null).ShouldBe(At(0));
        Tile.Of(256, 0).ShouldBe([new Tile(0, 0)]);
        Tile.Of(256, 1).ShouldBe([new Tile(1, 0, 1)]);
    }

    [Fact]
    public void Addresses_read_back() =>
        Gen.Select(Gen.Int[0, 63], Gen.Long[0, 1L << 50], Gen.Int[1, 256]).Sample((level, index, width) =>
            Tile.Parse(new Tile(level, index, width).ToString()).Value.ShouldBe(new Tile(level, index, width)));

    // C2SP tlog-tiles: a length of two bytes, high byte first, before each entry.
    [Fact]
    public void A_bundle_is_lengths_and_entries()
    {
        var entries = new ReadOnlyMemory<byte>[] { new byte[] { 7 }, Array.Empty<byte>(), new byte[] { 8, 9 } };
        EntryBundle.Write(entries).ShouldBe([0, 1, 7, 0, 0, 0, 2, 8, 9]);
    }

    [Fact]
    public void Bundles_read_back_whole_and_never_in_part() =>
        Gen.Select(Gen.Byte.Array[0, 300].Array[1, 10], Gen.Int[0, 5000]).Sample((entries, cut) =>
        {
            var bundle = EntryBundle.Write(entries.Select(e => (ReadOnlyMemory<byte>)e));
            EntryBundle.Read(bundle).Value.Select(e => e.ToArray()).ShouldBe(entries);
            var part = EntryBundle.Read(bundle.AsMemory(0, cut % bundle.Length));
            (part.Fault?.Code == "LED-0018" || part.Value.Count < entries.Length).ShouldBeTrue();
        });
}
