using System.Diagnostics;

namespace Plimsoll.Bench.Results;

/// <summary>Contenders at the same task, run in turn round by round, so that a slow minute of the machine hits all of them.</summary>
internal sealed class Race(string title, int rounds)
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

    /// <summary>Runs all rounds.</summary>
    public IReadOnlyList<Measurement> Run()
    {
        for (var round = 0; round < rounds; round++)
        {
            foreach (var contender in contenders)
            {
                contender.RunOnce();
                Console.Error.WriteLine($"{title}, round {round + 1}: {contender.Name} {contender.Seconds[^1]:F2} s, {contender.Answer}");
            }
        }

        return [.. contenders.Select(contender => contender.ToMeasurement())];
    }

    private sealed class Contender(string name, long rows, long bytes, Func<string> run)
    {
        private long allocated;
        private long peak;

        public string Name => name;

        public List<double> Seconds { get; } = [];

        public string Answer { get; private set; } = "";

        public void RunOnce()
        {
            GC.Collect();
            Machine.ForgetPeak();
            var allocatedBefore = GC.GetTotalAllocatedBytes(precise: true);
            var start = Stopwatch.GetTimestamp();
            Answer = run();
            Seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            allocated = GC.GetTotalAllocatedBytes(precise: true) - allocatedBefore;
            peak = Math.Max(peak, Machine.PeakBytes());
        }

        public Measurement ToMeasurement() => new(name, rows, bytes, Seconds, allocated, peak, Answer);
    }
}
