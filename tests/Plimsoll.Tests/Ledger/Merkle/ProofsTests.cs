using CsCheck;
using Plimsoll.Ledger.Merkle;
using Shouldly;
using Xunit;
using static Plimsoll.Tests.Ledger.Merkle.ReferenceTree;

namespace Plimsoll.Tests.Ledger.Merkle;

public sealed class ProofsTests
{
    private static readonly TreeHash Other = Hash("abacaba000000000000000000000000000000000000000000060061e00123456");

    /// <summary>Index, size and proof: inclusion in the published tree.</summary>
    public static TheoryData<long, int, string[]> Inclusions => new()
    {
        { 0, 1, [] },
        { 0, 8, ["96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7", "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"] },
        { 5, 8, ["bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b", "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"] },
        { 2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"] },
        { 1, 5, ["6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"] },
    };

    /// <summary>Old size, new size and proof: consistency of the published tree.</summary>
    public static TheoryData<int, int, string[]> Consistencies => new()
    {
        { 1, 1, [] },
        { 1, 8, ["96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7", "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"] },
        { 6, 8, ["0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a", "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"] },
        { 2, 5, ["5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"] },
        { 6, 7, ["0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a", "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"] },
    };

    [Theory]
    [MemberData(nameof(Inclusions))]
    public void Published_inclusion_proofs_are_computed_and_hold(long index, int size, string[] hexes)
    {
        var (leaf, root, proof) = (TreeHash.OfLeaf(Leaves[index]), Hash(Roots[size - 1]), hexes.Select(Hash).ToArray());
        Tiles(Leaves[..size], out _).Inclusion(index).ShouldBe(proof);
        Proofs.Includes(index, leaf, size, root, proof).ShouldBeTrue();

        Proofs.Includes(index - 1, leaf, size, root, proof).ShouldBeFalse();
        Proofs.Includes(index + 1, leaf, size, root, proof).ShouldBeFalse();
        Proofs.Includes(index ^ 2, leaf, size, root, proof).ShouldBeFalse();
        Proofs.Includes(index, leaf, size * 2, root, proof).ShouldBeFalse();
        Proofs.Includes(index, leaf, size / 2, root, proof).ShouldBeFalse();
        Proofs.Includes(index, Other, size, root, proof).ShouldBeFalse();
        Proofs.Includes(index, leaf, size, TreeHash.Empty, proof).ShouldBeFalse();
        Damaged(proof, root).ShouldAllBe(wrong => !Proofs.Includes(index, leaf, size, root, wrong));
    }

    [Theory]
    [MemberData(nameof(Consistencies))]
    public void Published_consistency_proofs_are_computed_and_hold(int oldSize, int newSize, string[] hexes)
    {
        var (oldRoot, newRoot, proof) = (Hash(Roots[oldSize - 1]), Hash(Roots[newSize - 1]), hexes.Select(Hash).ToArray());
        Tiles(Leaves[..newSize], out _).Consistency(oldSize).ShouldBe(proof);
        Proofs.Extends(oldSize, oldRoot, newSize, newRoot, proof).ShouldBeTrue();
        if (proof.Length == 0)
        {
            return;
        }

        Proofs.Extends(oldSize + 1, oldRoot, newSize, newRoot, proof).ShouldBeFalse();
        Proofs.Extends(oldSize ^ 2, oldRoot, newSize, newRoot, proof).ShouldBeFalse();
        Proofs.Extends(oldSize - 1, oldRoot, newSize, newRoot, proof).ShouldBeFalse();
        Proofs.Extends(oldSize, oldRoot, newSize * 2, newRoot, proof).ShouldBeFalse();
        Proofs.Extends(oldSize, oldRoot, newSize / 2, newRoot, proof).ShouldBeFalse();
        Proofs.Extends(oldSize, Other, newSize, newRoot, proof).ShouldBeFalse();
        Proofs.Extends(oldSize, oldRoot, newSize, Other, proof).ShouldBeFalse();
        Proofs.Extends(oldSize, newRoot, newSize, oldRoot, proof).ShouldBeFalse();
        Proofs.Extends(oldSize, oldRoot, newSize, newRoot, []).ShouldBeFalse();
        Damaged(proof, newRoot).Concat(Damaged(proof, oldRoot)).ShouldAllBe(wrong => !Proofs.Extends(oldSize, oldRoot, newSize, newRoot, wrong));
    }

    // The cases of transparency-dev/merkle around the empty tree and equal sizes.
    [Fact]
    public void Trees_of_the_same_size_are_consistent_only_when_they_are_the_same()
    {
        Proofs.Extends(0, Other, 0, Other, []).ShouldBeTrue();
        Proofs.Extends(0, Other, 1, TreeHash.Empty, []).ShouldBeTrue();
        Proofs.Extends(1, Other, 1, Other, []).ShouldBeTrue();
        Proofs.Extends(0, Other, 0, TreeHash.Empty, []).ShouldBeFalse();
        Proofs.Extends(1, Other, 1, TreeHash.Empty, []).ShouldBeFalse();
        Proofs.Extends(1, Other, 0, Other, []).ShouldBeFalse();
        Proofs.Extends(2, Other, 1, Other, []).ShouldBeFalse();
        Proofs.Extends(1, Other, 2, Other, []).ShouldBeFalse();
        Proofs.Extends(0, Other, 0, Other, [Other]).ShouldBeFalse();
        Proofs.Extends(0, Other, 1, Other, [Other]).ShouldBeFalse();
        Proofs.Extends(1, Other, 1, Other, [Other]).ShouldBeFalse();
        Proofs.Includes(0, Other, 0, Other, []).ShouldBeFalse();
    }

    [Fact]
    public void Every_computed_proof_holds_and_none_holds_for_another_entry() =>
        Gen.Int[1, 600].SelectMany(size => Gen.Select(Gen.Const(size), Gen.Int[0, size - 1], Gen.Int[0, size])).Sample((size, index, older) =>
        {
            var entries = Enumerable.Range(0, size).Select(BitConverter.GetBytes).ToArray();
            var tree = Tiles(entries, out var frontier);
            var (root, oldRoot) = (new TreeHash(Root(entries)), new TreeHash(Root(entries.AsSpan(0, older))));
            frontier.Root().ShouldBe(root);
            tree.Root().ShouldBe(root);
            Proofs.Includes(index, TreeHash.OfLeaf(entries[index]), size, root, tree.Inclusion(index)).ShouldBeTrue();
            Proofs.Extends(older, oldRoot, size, root, tree.Consistency(older)).ShouldBeTrue();
            var another = (index + 1) % size;
            Proofs.Includes(another, TreeHash.OfLeaf(entries[index]), size, root, tree.Inclusion(another)).ShouldBe(size == 1);
            Proofs.Extends(older, Other, size, root, tree.Consistency(older)).ShouldBe(older == 0);
        });

    private static IEnumerable<TreeHash[]> Damaged(TreeHash[] proof, TreeHash root)
    {
        yield return [.. proof, root];
        yield return [root, .. proof];
        yield return [.. proof, Other];
        for (var i = 0; i < proof.Length; i++)
        {
            var bytes = proof[i].ToArray();
            bytes[0] ^= 8;
            yield return [.. proof[..i], new TreeHash(bytes), .. proof[(i + 1)..]];
            yield return [.. proof[..i], .. proof[(i + 1)..]];
            yield return [.. proof[..i], proof[i], .. proof[i..]];
        }
    }
}
