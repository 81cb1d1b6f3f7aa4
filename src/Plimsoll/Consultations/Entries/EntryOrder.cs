using Plimsoll.Ledger;
using Plimsoll.Trade;

namespace Plimsoll.Consultations.Entries;

/// <summary>
/// One order for the entries of several logs, the same whichever came first: each log in its own order, the logs merged by time. A
/// clock that was set back does not change the order inside its log: an entry counts as no earlier than the one before it.
/// </summary>
internal static class EntryOrder
{
    /// <summary>The entries in order, each once; and a fault <c>CON-0006</c> for every place in which two different entries stand.</summary>
    internal static (IReadOnlyList<Entry> Entries, IReadOnlyList<BookFault> Faults) Merge(IEnumerable<Entry> entries)
    {
        var places = entries.GroupBy(entry => (entry.Log, entry.Index)).ToList();
        var forked = places.Where(place => place.Any(entry => !entry.Bytes.Span.SequenceEqual(place.First().Bytes.Span))).Select(place => place.Key).ToHashSet();
        var faults = forked.Select(key => new BookFault(key.Log, key.Index, new Fault("CON-0006", "Two different entries stand in this place of the log. Neither counts.")));
        var merged = from log in places.Where(place => !forked.Contains(place.Key)).Select(place => place.First()).GroupBy(entry => entry.Log, StringComparer.Ordinal)
                     from timed in Timed(log.OrderBy(entry => entry.Index))
                     select timed;
        return (
            [.. merged.OrderBy(timed => timed.At).ThenBy(timed => timed.Entry.Log, StringComparer.Ordinal).ThenBy(timed => timed.Entry.Index).Select(timed => timed.Entry)],
            [.. faults.OrderBy(fault => fault.Log, StringComparer.Ordinal).ThenBy(fault => fault.Index)]);
    }

    private static IEnumerable<(DateTimeOffset At, Entry Entry)> Timed(IEnumerable<Entry> log)
    {
        var latest = DateTimeOffset.MinValue;
        foreach (var entry in log)
        {
            latest = entry.At > latest ? entry.At : latest;
            yield return (latest, entry);
        }
    }
}
