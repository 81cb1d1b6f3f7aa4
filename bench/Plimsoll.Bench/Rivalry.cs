using System.Globalization;
using Plimsoll.Bench.Results;
using Plimsoll.Bench.Rivals;

namespace Plimsoll.Bench;

/// <summary>The races that Plimsoll is to be held against, run by the plain engines alone.</summary>
internal static class Rivalry
{
    /// <summary>Text to sorted Parquet in its variants, and decompression alone.</summary>
    public static void Import(string month, int rounds, string results)
    {
        var (rows, bytes) = (CountRows(month), new FileInfo(month).Length);
        var parquet = month + ".parquet";
        var packed = SevenZipMonth.Pack(month);
        var file = new ResultFile(results, TimeProvider.System);
        file.Run(new Race("A month of text into sorted zstd Parquet", rounds)
            .Add("text codes", rows, bytes, () => new DuckImport(enums: false).Run(month, parquet))
            .Add("enum codes", rows, bytes, () => new DuckImport(enums: true).Run(month, parquet)));
        file.Run(new Race("7z decompression alone, one core", rounds)
            .Add("SharpCompress", rows, bytes, () => SevenZipMonth.Unpack(packed)));
        File.Delete(parquet);
        Console.WriteLine(file.Write("rival-import"));
    }

    /// <summary>Concentration and rolling balances over the months of a Parquet folder.</summary>
    public static void Queries(string folder, int rounds, string results)
    {
        var files = Directory.GetFiles(folder, "*.parquet");
        var years = files.Select(file => int.Parse(Path.GetFileName(file).AsSpan(0, 4), CultureInfo.InvariantCulture)).Distinct().Order().ToList();
        var bytes = files.Sum(file => new FileInfo(file).Length);
        using var engine = new DuckSession(keepOrder: false);
        var rows = long.Parse(engine.Row($"SELECT count(*) FROM read_parquet({DuckSession.Quote(Path.Combine(folder, "*.parquet"))})")[0], CultureInfo.InvariantCulture);
        var queries = new DuckQueries(folder, years);
        var file = new ResultFile(results, TimeProvider.System);
        file.Run(new Race("Concentration of imports by product, reporter and year", rounds)
            .Add("one query", rows, bytes, queries.Concentration)
            .Add("year by year", rows, bytes, queries.ConcentrationByYear)
            .Add("year by year, exact squares", rows, bytes, queries.ExactConcentrationByYear));
        file.Run(new Race("Rolling twelve-month balance by product, reporter and month", rounds)
            .Add("one query", rows, bytes, queries.RollingBalance)
            .Add("five product ranges", rows, bytes, queries.RollingBalanceByProducts));
        Console.WriteLine(file.Write("rival-queries"));
    }

    private static long CountRows(string month)
    {
        using var engine = new DuckSession(keepOrder: false);
        return long.Parse(engine.Row($"SELECT count(*) FROM read_csv({DuckSession.Quote(month)}, header = true, all_varchar = true)")[0], CultureInfo.InvariantCulture);
    }
}
