using System.Diagnostics;
using System.Globalization;

namespace Plimsoll.Bench.Results;

/// <summary>
/// Contenders at the same task, run in turn round by round, so that a slow minute of the machine hits all of them. Afterwards each
/// runs once in a process of its own, which tells its peak memory and its processor time.
/// </summary>
/// <param name="title">The task.</param>
/// <param name="rounds">How often each contender runs.</param>
/// <param name="alone">Name of the only contender of this process, or null.</param>
internal sealed class Race(string title, int rounds, string? alone)
{
    private readonly List<Contender> contenders = [];

    /// <summary>The task.</summary>
    public string Title => title;

    /// <summary>Enters a contender; <paramref name="run"/> does the work and returns its answer in a few words.</summary>
    public Race Add(string name, long rows, long bytes, Func<string> run)
    {
        contenders.Add(new Contender(name, rows, bytes, run));
        return this;
    }

    /// <summary>Runs all rounds; in a process of one contender that contender once, if it is of this race, and nothing is measured.</summary>
    public IReadOnlyList<Measurement> Run()
    {
        if (alone is not null)
        {
            contenders.Find(contender => Key(contender) == alone)?.RunAlone();
            return [];
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var contender in contenders)
            {
                contender.RunOnce();
                Console.Error.WriteLine($"{title}, round {round + 1}: {contender.Name} {contender.Seconds[^1]:F2} s, {contender.Answer}");
            }
        }

        return [.. contenders.Select(contender => contender.ToMeasurement(OwnProcess.Run(Key(contender))))];
    }

    private string Key(Contender contender) => $"{title}: {contender.Name}";

    private sealed class Contender(string name, long rows, long bytes, Func<string> run)
    {
        private long allocated;

        public string Name => name;

        public List<double> Seconds { get; } = [];

        public List<double> CpuSeconds { get; } = [];

        public string Answer { get; private set; } = "";

        public void RunOnce()
        {
            GC.Collect();
            var allocatedBefore = GC.GetTotalAllocatedBytes(precise: true);
            var cpu = Environment.CpuUsage.TotalTime;
            var start = Stopwatch.GetTimestamp();
            Answer = run();
            Seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            CpuSeconds.Add((Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
            allocated = GC.GetTotalAllocatedBytes(precise: true) - allocatedBefore;
        }

        public void RunAlone()
        {
            var before = Environment.CpuUsage.TotalTime;
            run();
            var used = Environment.CpuUsage.TotalTime - before;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Machine.PeakBytes()} {used.TotalSeconds}"));
        }

        public Measurement ToMeasurement((long PeakBytes, double ColdCpuSeconds) own) =>
            new(name, rows, bytes, Seconds, allocated, own.PeakBytes, CpuSeconds, own.ColdCpuSeconds, Answer);
    }
}
