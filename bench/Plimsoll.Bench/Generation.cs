using System.Globalization;
using Plimsoll.Bench.Synthesis;
using Plimsoll.Trade;

namespace Plimsoll.Bench;

/// <summary>Puts synthetic months on disk, under a name that says what they are.</summary>
internal sealed class Generation(int rows)
{
    /// <summary>Seed of everything; another seed would make another world, not a better one.</summary>
    public const ulong Seed = 42;

    private readonly MonthWriter writer = new(SeriesPopulation.Draw(rows, Seed));

    /// <summary><c>synthetic_full_v2_202512.dat</c>.</summary>
    public static string FileName(Month month) =>
        string.Create(CultureInfo.InvariantCulture, $"synthetic_full_v2_{month.Year:D4}{month.Number:D2}.dat");

    /// <summary>Writes one month to <paramref name="path"/>, replacing what is there.</summary>
    public MonthTally Write(Month month, string path, bool dirty = false)
    {
        using var output = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        return writer.Write(month, output, dirty);
    }

    /// <summary>
    /// Writes month after month, hands each to <paramref name="take"/> and deletes it, so that three years of text need the room of
    /// one month.
    /// </summary>
    public void Stream(Month first, int months, string folder, Action<Month, string, MonthTally> take)
    {
        Directory.CreateDirectory(folder);
        for (var month = first; month < first.Plus(months); month = month.Plus(1))
        {
            var path = Path.Combine(folder, FileName(month));
            take(month, path, Write(month, path));
            File.Delete(path);
        }
    }
}
