using Plimsoll.Sources;
using Plimsoll.Trade;

namespace Plimsoll.Store.Staging;

/// <summary>
/// Counts what would be stored and keeps the first refusals; touches no disk. A cell that is stated twice is seen where both records lie
/// in one slice.
/// </summary>
internal sealed class DryRun(string place, Action<long>? progress) : IReleaseSink
{
    private readonly List<Refusal> firstRefusals = [];
    private readonly SortedSet<Period> periods = [];
    private RowBuffer rows = new();

    internal ReleaseHeader? Header { get; private set; }

    internal long Stored { get; private set; }

    internal long Refused { get; private set; }

    internal IReadOnlyList<Refusal> FirstRefusals => firstRefusals;

    /// <summary>The periods met; the code lists of a scope are for the store to know.</summary>
    internal ReleaseScope Scope => new(Header!.WholePeriods, [.. periods], [], [], [], []);

    /// <summary>Fault <c>SRC-0024</c> for a cell that is stated twice; known after <see cref="CloseSlice"/>.</summary>
    internal Fault? Repeated { get; private set; }

    /// <summary>Looks through the rows since the last slice; call it after the last one.</summary>
    internal void CloseSlice()
    {
        Repeated ??= RepeatedCell.Find(new SortedRows(rows));
        rows.Clear();
        rows = new RowBuffer();
    }

    public void Describe(ReleaseHeader header) => Header = header;

    public void Store(ObservationBatch batch)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            periods.Add(new Period(new Month(batch.PeriodStart[i]), batch.PeriodMonths[i]));
        }

        if (rows.Count + batch.Count > ReleaseStaging.SliceRows || !rows.HasRoomFor(batch))
        {
            CloseSlice();
        }

        rows.Append(batch);
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
