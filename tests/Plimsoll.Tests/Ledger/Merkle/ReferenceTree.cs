using System.Security.Cryptography;
using Plimsoll.Ledger.Merkle;

namespace Plimsoll.Tests.Ledger.Merkle;

/// <summary>A tree straight from the definitions of RFC 6962, section 2.1, slow and without memory; and the published tree of eight leaves.</summary>
internal static class ReferenceTree
{
    internal static readonly byte[][] Leaves =
    [
        .. new[] { "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f" }.Select(Convert.FromHexString),
    ];

    internal static readonly string[] Roots =
    [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    internal static TreeHash Hash(string hex) => new(Convert.FromHexString(hex));

    internal static byte[] Root(ReadOnlySpan<byte[]> entries) => entries.Length switch
    {
        0 => SHA256.HashData([]),
        1 => SHA256.HashData([0, .. entries[0]]),
        _ => SHA256.HashData([1, .. Root(entries[..Split(entries.Length)]), .. Root(entries[Split(entries.Length)..])]),
    };

    /// <summary>Tiles of all levels, as a log keeps them, from the frontier.</summary>
    internal static TileTree Tiles(IEnumerable<byte[]> entries, out Frontier frontier)
    {
        var hashes = new Dictionary<(int Level, long Position), TreeHash>();
        frontier = new Frontier();
        foreach (var entry in entries)
        {
            frontier.Add(TreeHash.OfLeaf(entry), (height, position, hash) =>
            {
                if (height % 8 == 0)
                {
                    hashes.Add((height / 8, position), hash);
                }
            });
        }

        return new TileTree(frontier.Size, tile => Enumerable.Range(0, tile.Width).SelectMany(i => hashes[(tile.Level!.Value, tile.First + i)].ToArray()).ToArray());
    }

    private static int Split(int count)
    {
        var split = 1;
        while (split * 2 < count)
        {
            split *= 2;
        }

        return split;
    }
}
