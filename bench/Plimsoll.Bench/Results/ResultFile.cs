using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Plimsoll.Bench.Results;

/// <summary>Writes races as <c>DATE-CPU-topic.json</c> and the same as a page to read.</summary>
internal sealed class ResultFile(string folder, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly Dictionary<string, IReadOnlyList<Measurement>> races = [];

    /// <summary>Runs a race and keeps its measurements.</summary>
    public void Run(Race race) => races.Add(race.Title, race.Run());

    /// <summary>Writes both files; returns the page. <paramref name="check"/> says what was held against what besides time.</summary>
    public string Write(string topic, string check)
    {
        var machine = Machine.Here();
        var day = clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var name = Path.Combine(Directory.CreateDirectory(folder).FullName, $"{day}-{Slug(machine.Cpu)}-{topic}");
        File.WriteAllText($"{name}.json", JsonSerializer.Serialize(new { date = day, machine, check, races }, Indented) + "\n");
        var page = Page(day, topic, machine, check);
        File.WriteAllText($"{name}.md", page);
        return page;
    }

    private static string Slug(string cpu) =>
        string.Join('-', cpu.ToLowerInvariant().Split([' ', '(', ')', '@', '/'], StringSplitOptions.RemoveEmptyEntries));

    private string Page(string day, string topic, Machine machine, string check)
    {
        var page = new StringBuilder();
        page.AppendLine(CultureInfo.InvariantCulture, $"# {topic}, {day}").AppendLine();
        page.AppendLine(CultureInfo.InvariantCulture, $"{machine.Cpu}, {machine.Cores} cores, {machine.MemoryBytes / 1e9:F0} GB, {machine.System}, {machine.Runtime}; commit {machine.Commit}; load average {machine.LoadAverage:F1} at the end.");
        page.AppendLine("Rounds are interleaved; the best one counts, all are given. Each contender ran once more in a process of its own for processor time and peak memory.");
        if (check.Length > 0)
        {
            page.AppendLine().AppendLine(check);
        }

        foreach (var (title, measurements) in races)
        {
            AppendRace(page, title, measurements);
        }

        return page.ToString();
    }

    private static void AppendRace(StringBuilder page, string title, IReadOnlyList<Measurement> measurements)
    {
        var fastest = measurements.Min(measurement => measurement.Best);
        page.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"## {title}").AppendLine();
        page.AppendLine("| | best s | M rows/s | MB/s | least CPU s | CPU s, cold | peak MB, alone | allocated MB | bytes a row | rounds, s | times | answer |");
        page.AppendLine("|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var m in measurements)
        {
            var rounds = string.Join(' ', m.Seconds.Select(seconds => seconds.ToString("F2", CultureInfo.InvariantCulture)));
            page.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {m.Name} | {m.Best:F2} | {m.RowsPerSecond / 1e6:F2} | {m.MegabytesPerSecond:F0} | {m.CpuSeconds.Min():F2} | {m.ColdCpuSeconds:F2} | {m.PeakBytes / 1e6:F0} | {m.AllocatedBytes / 1e6:F1} | {m.AllocatedBytesPerRow:F2} | {rounds} | {m.Best / fastest:F2} | {m.Answer} |");
        }
    }
}
