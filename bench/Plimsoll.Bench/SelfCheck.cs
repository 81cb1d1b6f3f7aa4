using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Plimsoll.Bench.Synthesis;
using Plimsoll.Trade;

namespace Plimsoll.Bench;

/// <summary>Whether the synthetic months are what the measurements assume: the same bytes each time, in the exact format, in order.</summary>
internal static class SelfCheck
{
    private const int Rows = 10_000;
    private const int Fields = 18;

    /// <summary>Of the clean 2025-12 of 10,000 rows and seed 42. Changes only when the synthesis is meant to change.</summary>
    private const string Sha256OfSmallMonth = "fe7b7307b0343b3d67a91d5a0809920ce5bb938e9cfa0218d957b124a7619d73";

    /// <summary>Returns what is wrong; nothing when all is well.</summary>
    public static IEnumerable<string> Run()
    {
        var month = Month.Of(2025, 12);
        var writer = new MonthWriter(SeriesPopulation.Draw(Rows, Generation.Seed));
        var (text, tally) = Write(writer, month, dirty: false);
        var (again, _) = Write(new MonthWriter(SeriesPopulation.Draw(Rows, Generation.Seed)), month, dirty: false);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text)));
        var lines = text.Split('\n')[..^1];
        var rows = lines.Skip(1).Select(line => line.Split(',')).ToList();
        var valid = ProductList.All.Where(product => product.IsValidIn(month.Year)).Select(product => product.Code).ToHashSet(StringComparer.Ordinal);
        var (_, dirty) = Write(new MonthWriter(SeriesPopulation.Draw(11 * Rows, Generation.Seed)), month, dirty: true);

        (string Fault, bool Holds)[] checks =
        [
            ("The same seed gives other bytes.", text.Equals(again, StringComparison.Ordinal)),
            ($"The bytes changed: {hash}.", hash is Sha256OfSmallMonth),
            ("The tally's rows are not the text's.", tally.Rows == rows.Count),
            ("The tally's bytes are not the text's.", tally.Bytes == text.Length),
            ("The number of rows is far from what was asked.", Math.Abs(rows.Count - Rows) < Rows / 2),
            ("A row has not 18 fields.", rows.TrueForAll(row => row.Length == Fields)),
            ("A product is not of 2025.", rows.TrueForAll(row => IsTotal(row) || valid.Contains(row[3]))),
            ("A country is not Comext's.", rows.TrueForAll(row => Places.Reporters.Contains(row[0], StringComparer.Ordinal) && Places.Partners.Contains(row[1], StringComparer.Ordinal))),
            ("An amount is not a whole number.", rows.TrueForAll(row => row[14..].All(IsWhole))),
            ("The rows are not in the order of the file.", IsAscending(rows)),
            ("Imports in the tally are not those in the text.", tally.ImportEuro == Imports(rows)),
            ("TOTAL is not the sum of its products.", Imports(rows.Where(IsTotal)) * 2 == Imports(rows)),
            ($"A dirty month has {dirty.BadRows} bad rows.", dirty.BadRows == BadRows.Most),
        ];
        return checks.Where(check => !check.Holds).Select(check => check.Fault);
    }

    private static (string Text, MonthTally Tally) Write(MonthWriter writer, Month month, bool dirty)
    {
        using var output = new MemoryStream();
        var tally = writer.Write(month, output, dirty);
        return (Encoding.ASCII.GetString(output.ToArray()), tally);
    }

    private static bool IsWhole(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    private static bool IsTotal(string[] row) => row[3] is "TOTAL";

    private static long Imports(IEnumerable<string[]> rows) =>
        rows.Where(row => row[10] is "1").Sum(row => long.Parse(row[14], CultureInfo.InvariantCulture));

    private static bool IsAscending(List<string[]> rows)
    {
        var keys = rows.Select(row => string.Join(' ', row[0], row[1], row[3], row[10], row[11])).ToList();
        return keys.Zip(keys.Skip(1), string.CompareOrdinal).All(order => order < 0);
    }
}
