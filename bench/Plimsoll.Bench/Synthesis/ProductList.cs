using System.Globalization;
using System.IO.Compression;

namespace Plimsoll.Bench.Synthesis;

/// <summary>
/// The codes of a month in the order of the file: the Combined Nomenclature, and the masked codes above it for every chapter,
/// every heading and two of five subheadings, so that a month names about as many codes as a real one (13,245 in 2025-12).
/// </summary>
internal static class ProductList
{
    /// <summary>The first year whose codes are known.</summary>
    public const int FirstYear = 2023;

    /// <summary>The last year whose codes are known.</summary>
    public const int LastYear = 2026;

    private static readonly string[] EndUses = ["311210", "211220", "311220", "314200", "511210", "313101", "211210"];

    /// <summary>All products, ascending by code; <c>TOTAL</c> is not among them.</summary>
    public static IReadOnlyList<Product> All { get; } = Read();

    private static Product[] Read()
    {
        using var packed = typeof(ProductList).Assembly.GetManifestResourceStream("products.csv.gz")!;
        using var reader = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var codes = lines.Skip(1).Select(line => OfLine(line.Split(','))).ToList();
        var masks = Masks(codes, 2).Concat(Masks(codes, 4)).Concat(Masks(codes, 6).Where((_, i) => i % 5 < 2));
        return [.. codes.Concat(masks).OrderBy(product => product.Code, StringComparer.Ordinal)];
    }

    private static Product OfLine(string[] fields)
    {
        var endUse = EndUses[int.Parse(fields[0], CultureInfo.InvariantCulture) / 10 % EndUses.Length];
        return new Product(
            fields[0],
            int.Parse(fields[1], CultureInfo.InvariantCulture),
            int.Parse(fields[2], CultureInfo.InvariantCulture),
            fields[3],
            $"{fields[4]},{fields[5]},{fields[5]},{fields[6]},{endUse},{Section(fields[0])}");
    }

    private static IEnumerable<Product> Masks(IEnumerable<Product> codes, int digits) =>
        codes.DistinctBy(product => product.Code[..digits], StringComparer.Ordinal).Select(product => new Product(
            product.Code[..digits].PadRight(8, 'X'),
            FirstYear,
            LastYear,
            "NO_SU",
            $"{product.Classes[..3]}XX,XXXX,XXXX,700,31XXXX,{Section(product.Code)}"));

    /// <summary>The section of the nomenclature, from the last chapter of each.</summary>
    private static string Section(string code)
    {
        ReadOnlySpan<int> lastChapters = [5, 14, 15, 24, 27, 38, 40, 43, 46, 49, 63, 67, 70, 71, 83, 85, 89, 92, 93, 96, 99];
        var chapter = int.Parse(code.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        var section = 1;
        foreach (var last in lastChapters)
        {
            section += chapter > last ? 1 : 0;
        }

        return section.ToString("D2", CultureInfo.InvariantCulture);
    }
}
