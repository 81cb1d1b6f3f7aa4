using System.Globalization;
using System.Text.RegularExpressions;
using Plimsoll.Trade;

namespace Plimsoll.Ledger.Merkle;

/// <summary>Address of a piece of the log, as C2SP tlog-tiles names it.</summary>
/// <param name="Level">0 holds hashes of entries, 1 hashes of full tiles of level 0, and so on; null for a bundle of the entries themselves.</param>
/// <param name="Index">Position within the level.</param>
/// <param name="Width">Hashes or entries in it: 256 for a full one, 1 to 255 for a partial one.</param>
public readonly partial record struct Tile(int? Level, long Index, int Width = Tile.Full)
{
    /// <summary>Width of a full tile.</summary>
    public const int Full = 256;

    /// <summary>Levels of the tree that one level of tiles spans.</summary>
    internal const int Height = 8;

    /// <summary>Position, within its level, of the first hash or entry in it.</summary>
    public long First => Index * Full;

    /// <summary>Reads <c>tile/0/x001/234/067.p/8</c> or <c>tile/entries/000</c>, exactly as written by <see cref="ToString"/>.</summary>
    public static Parsed<Tile> Parse(string path)
    {
        var match = Path().Match(path);
        if (match.Success && long.TryParse(match.Groups["index"].Value.Replace("x", "", StringComparison.Ordinal).Replace("/", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            int? level = match.Groups["level"].Value is "entries" ? null : int.Parse(match.Groups["level"].Value, CultureInfo.InvariantCulture);
            var width = match.Groups["width"].Success ? int.Parse(match.Groups["width"].Value, CultureInfo.InvariantCulture) : Full;
            var tile = new Tile(level, index, width);
            if (index <= long.MaxValue / Full && tile.ToString() == path)
            {
                return tile;
            }
        }

        return new Fault("LED-0017", "A tile is addressed as tile/LEVEL/INDEX or tile/entries/INDEX, the index in groups of three digits, with .p/WIDTH when it is partial.", path);
    }

    /// <summary>The tiles of a level, and the bundles of entries, that a tree of this size has. Full ones first.</summary>
    public static IEnumerable<Tile> Of(long size, int? level)
    {
        var count = size >> (Height * (level ?? 0));
        for (var index = 0L; index < count / Full; index++)
        {
            yield return new Tile(level, index);
        }

        if (count % Full is > 0 and var rest)
        {
            yield return new Tile(level, count / Full, (int)rest);
        }
    }

    /// <summary>The path below the log's address.</summary>
    public override string ToString()
    {
        var groups = new Stack<string>();
        var rest = Index;
        do
        {
            var group = (rest % 1000).ToString("D3", CultureInfo.InvariantCulture);
            groups.Push(groups.Count == 0 ? group : $"x{group}");
            rest /= 1000;
        }
        while (rest > 0);

        var level = Level?.ToString(CultureInfo.InvariantCulture) ?? "entries";
        var partial = Width == Full ? "" : string.Create(CultureInfo.InvariantCulture, $".p/{Width}");
        return $"tile/{level}/{string.Join('/', groups)}{partial}";
    }

    [GeneratedRegex(@"^tile/(?<level>entries|[0-9]|[1-5][0-9]|6[0-3])/(?<index>(x[0-9]{3}/)*[0-9]{3})(\.p/(?<width>[1-9][0-9]{0,2}))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Path();
}
