using System.Globalization;
using Plimsoll.Agreements;
using Plimsoll.Bench.Rivals;
using Plimsoll.Indicators.Balance;
using Plimsoll.Indicators.Concentration;
using Plimsoll.Indicators.Growth;
using Plimsoll.Store;
using Plimsoll.Trade;

namespace Plimsoll.Bench.Entrants;

/// <summary>Plimsoll's sweeps over an opened snapshot, with the answers in the words of <see cref="DuckQueries"/>.</summary>
internal sealed class Sweeps(TradeSnapshot snapshot, StoredMonths months)
{
    private int FirstYear => months.First.Year;

    private int Years => months.ByYear.Count;

    /// <summary>Concentration of import partners by product, reporter and year.</summary>
    public string Concentration()
    {
        var states = snapshot.Sweep(() => new ConcentrationState(NewConcentration()), (state, block) =>
        {
            state.Kernel.Read(block);
            for (var year = FirstYear; year < FirstYear + Years; year++)
            {
                for (var reporter = 0; reporter < snapshot.Axes.Reporters.Count; reporter++)
                {
                    state.Add(state.Kernel.Totals(reporter, year));
                }
            }
        });
        var cells = states.Sum(s => s.Cells);
        return string.Create(CultureInfo.InvariantCulture, $"{cells} cells, mean {states.Sum(s => s.Sum) / cells:F9}");
    }

    /// <summary>Rolling balances with all partners, by product, reporter and month.</summary>
    public string Rolling()
    {
        var first = months.First;
        var count = months.Count;
        var states = snapshot.Sweep(
            () => new RollingState(new RollingBalanceKernel(snapshot.Axes, first, count, _ => true)),
            (state, block) =>
            {
                state.Kernel.Read(block);
                for (var month = first.Plus(11); month < first.Plus(count); month = month.Plus(1))
                {
                    for (var reporter = 0; reporter < snapshot.Axes.Reporters.Count; reporter++)
                    {
                        state.Add(state.Kernel.Rolling(reporter, month));
                    }
                }
            });
        var (cells, sum, absolute) = (states.Sum(s => s.Cells), states.Aggregate(Int128.Zero, (a, s) => a + s.Sum), states.Aggregate(Int128.Zero, (a, s) => a + s.Absolute));
        return string.Create(CultureInfo.InvariantCulture, $"{cells} cells, sum {Fixed3.ToDecimal(sum):F3}, absolute {Fixed3.ToDecimal(absolute):F3}");
    }

    /// <summary>Imports of the Union from China by product, the last twelve months against the twelve before.</summary>
    public string Surges()
    {
        var china = snapshot.Axes.Partner(Country.China);
        var last = months.First.Plus(months.Count - 1);
        var states = snapshot.Sweep(() => new SurgeState(new SurgeKernel(snapshot.Axes, last, Flow.Import)), (state, block) =>
        {
            state.Kernel.Read(block);
            state.Add(state.Kernel.Of(china));
        });
        var (count, value, before) = (states.Sum(s => s.Count), states.Sum(s => s.Value), states.Sum(s => s.KilogramsBefore));
        return string.Create(CultureInfo.InvariantCulture, $"{count} surges, value {Fixed3.ToDecimal(value):F3}, kilograms before {Fixed3.ToDecimal(before):F3}");
    }

    /// <summary>Every finding of an agreement: all clauses, all subjects, the last period with its history. Opens its own snapshot.</summary>
    public static string Findings(TradeStore store, string agreement)
    {
        var file = AgreementFile.Load(agreement);
        using var run = new AgreementRun(store, asOf: null, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        var findings = run.Assess(file.Agreement ?? throw new InvalidDataException($"{agreement}: {file.Faults[0]}"));
        return string.Create(CultureInfo.InvariantCulture, $"{findings.Count} findings, {string.Join(", ", findings.CountBy(f => f.Zone).OrderBy(z => z.Key).Select(z => $"{z.Value} {z.Key}"))}");
    }

    /// <summary>A kernel over all years, partners inside and outside the Union.</summary>
    public ConcentrationKernel NewConcentration() => new(snapshot.Axes, FirstYear, Years, SupplierScope.All);

    private sealed class ConcentrationState(ConcentrationKernel kernel)
    {
        public ConcentrationKernel Kernel => kernel;

        public long Cells { get; private set; }

        public double Sum { get; private set; }

        public void Add(in SupplierTotals totals)
        {
            if (totals.Known > 0)
            {
                Cells++;
                Sum += totals.Index;
            }
        }
    }

    private sealed class RollingState(RollingBalanceKernel kernel)
    {
        public RollingBalanceKernel Kernel => kernel;

        public long Cells { get; private set; }

        public Int128 Sum { get; private set; }

        public Int128 Absolute { get; private set; }

        public void Add(long balance)
        {
            Cells += balance == 0 ? 0 : 1;
            Sum += balance;
            Absolute += Math.Abs(balance);
        }
    }

    private sealed class SurgeState(SurgeKernel kernel)
    {
        public SurgeKernel Kernel => kernel;

        public int Count { get; private set; }

        public long Value { get; private set; }

        public long KilogramsBefore { get; private set; }

        public void Add(in Surge surge)
        {
            Value += surge.Value;
            KilogramsBefore += surge.KilogramsBefore;
            var isSurge = surge.WeeklyValue >= 200_000
                && surge.VolumeGrowth is { Ok: true, Value: >= 0.25m }
                && surge.UnitValueGrowth is { Ok: true, Value: <= -0.10m };
            Count += isSurge ? 1 : 0;
        }
    }
}
