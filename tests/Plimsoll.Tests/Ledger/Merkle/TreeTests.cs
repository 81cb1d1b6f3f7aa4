using Plimsoll.Ledger.Merkle;
using Shouldly;
using Xunit;
using static Plimsoll.Tests.Ledger.Merkle.ReferenceTree;

namespace Plimsoll.Tests.Ledger.Merkle;

public sealed class TreeTests
{
    [Fact]
    public void The_empty_tree_has_the_hash_of_nothing() =>
        TreeHash.Empty.ShouldBe(Hash("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));

    [Fact]
    public void Published_roots_come_out_at_every_size()
    {
        var frontier = new Frontier();
        for (var size = 1; size <= Leaves.Length; size++)
        {
            frontier.Add(TreeHash.OfLeaf(Leaves[size - 1]));
            frontier.Root().ShouldBe(Hash(Roots[size - 1]));
            Tiles(Leaves[..size], out _).Root().ShouldBe(Hash(Roots[size - 1]));
        }
    }

    [Fact]
    public void A_frontier_goes_on_from_stored_hashes()
    {
        var entries = Enumerable.Range(0, 70_000).Select(BitConverter.GetBytes).ToArray();
        foreach (var size in new[] { 0, 1, 255, 256, 257, 511, 65_535, 65_536, 65_537, 69_999 })
        {
            var tree = Tiles(entries[..size], out _);
            var again = Frontier.Of(size, tree.Subtree);
            again.Add(TreeHash.OfLeaf(entries[size]));
            again.Root().ShouldBe(new TreeHash(Root(entries.AsSpan(0, size + 1))));
        }
    }

    [Fact]
    public void Entries_of_any_length_are_hashed()
    {
        foreach (var length in new[] { 0, 1, 1022, 1023, 1024, 65_535 })
        {
            var entry = Enumerable.Range(0, length).Select(i => (byte)(i % 251)).ToArray();
            TreeHash.OfLeaf(entry).ShouldBe(new TreeHash(Root([entry])));
        }
    }

    [Fact]
    public void Proofs_are_asked_for_within_the_tree()
    {
        var tree = Tiles(Leaves, out _);
        Should.Throw<ArgumentOutOfRangeException>(() => tree.Inclusion(8));
        Should.Throw<ArgumentOutOfRangeException>(() => tree.Inclusion(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => tree.Consistency(9));
    }

    [Theory]
    [InlineData("")]
    [InlineData("5dnaeacGWamtVZy3Ad7Zoqudgjqtb0lgz+Nw7/RgQyg")]
    [InlineData("5dnaeacGWamtVZy3Ad7Zoqudgjqtb0lgz+Nw7/RgQyk=\n")]
    [InlineData(" 5dnaeacGWamtVZy3Ad7Zoqudgjqtb0lgz+Nw7/RgQyg=")]
    [InlineData("5dnaeacGWamtVZy3Ad7Zoqudgjqtb0lgz+Nw7/RgQyh=")]
    public void A_hash_that_is_written_otherwise_is_refused(string text) => TreeHash.Parse(text).Fault!.Code.ShouldBe("LED-0016");

    [Fact]
    public void A_hash_reads_back()
    {
        var hash = Hash(Roots[7]);
        TreeHash.Parse(hash.ToString()).Value.ShouldBe(hash);
        new TreeHash(hash.ToArray()).ShouldBe(hash);
    }
}
