using Plimsoll.Sources;
using Plimsoll.Trade;

namespace Plimsoll.Store.Staging;

/// <summary>Counts what would be stored and keeps the first refusals; touches no disk.</summary>
internal sealed class DryRun(string place, Action<long>? progress) : IReleaseSink
{
    private readonly List<Refusal> firstRefusals = [];
    private readonly SortedSet<Period> periods = [];

    internal ReleaseHeader? Header { get; private set; }

    internal long Stored { get; private set; }

    internal long Refused { get; private set; }

    internal IReadOnlyList<Refusal> FirstRefusals => firstRefusals;

    /// <summary>The periods met; the code lists of a scope are for the store to know.</summary>
    internal ReleaseScope Scope => new(Header!.WholePeriods, [.. periods], [], [], [], []);

    public void Describe(ReleaseHeader header) => Header = header;

    public void Store(ObservationBatch batch)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            periods.Add(new Period(new Month(batch.PeriodStart[i]), batch.PeriodMonths[i]));
        }

        Stored += batch.Count;
        progress?.Invoke(Stored);
    }

    public void Store(ExchangeRate rate)
    {
        periods.Add(rate.Period);
        Stored++;
    }

    public void Refuse(long line, int column, Fault fault)
    {
        Refused++;
        if (firstRefusals.Count < ReleaseStaging.RefusalsShown)
        {
            firstRefusals.Add(new Refusal(place, line, column, fault));
        }
    }
}
