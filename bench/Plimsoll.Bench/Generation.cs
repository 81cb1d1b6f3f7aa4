using System.Globalization;
using Plimsoll.Bench.Synthesis;
using Plimsoll.Trade;

namespace Plimsoll.Bench;

/// <summary>Puts synthetic months on disk, with a warning beside them.</summary>
internal sealed class Generation(int rows)
{
    /// <summary>Seed of everything; another seed would make another world, not a better one.</summary>
    public const ulong Seed = 42;

    private const string Warning = """
        The files full_v2_YYYYMM.dat and synthetic_full_v2_YYYYMM.dat in this folder, and the store made of them, are invented: the
        format, codes and size are those of Eurostat's bulk files, the trade is drawn at random by bench/Plimsoll.Bench. They are
        for measuring speed. Never publish a figure from them.

        """;

    private readonly MonthWriter writer = new(SeriesPopulation.Draw(rows, Seed));

    /// <summary>Writes one month to <paramref name="path"/>, replacing what is there, and a warning beside it.</summary>
    public MonthTally Write(Month month, string path, bool dirty = false)
    {
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "INVENTED.md"), Warning);
        using var output = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        return writer.Write(month, output, dirty);
    }

    /// <summary>
    /// Writes month after month, hands each to <paramref name="take"/> and deletes it, so that three years of text need the room of
    /// one month. The files bear Eurostat's names, by which a month counts as whole.
    /// </summary>
    public void Stream(Month first, int months, string folder, Action<Month, string, MonthTally> take)
    {
        Directory.CreateDirectory(folder);
        for (var month = first; month < first.Plus(months); month = month.Plus(1))
        {
            var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"full_v2_{month.Year:D4}{month.Number:D2}.dat"));
            take(month, path, Write(month, path));
            File.Delete(path);
        }
    }
}
