using Plimsoll.Store;
using Plimsoll.Trade;

namespace Plimsoll.Bench.Rivals;

/// <summary>The Parquet files of a store of whole months, for any engine to read.</summary>
internal sealed class StoredMonths
{
    /// <summary>The files as the store has them; partners that are not single named countries as the snapshot has them.</summary>
    public StoredMonths(TradeStore store, TradeSnapshot snapshot)
    {
        var releases = store.Releases().OrderBy(r => r.Scope.Periods[0]).ToList();
        First = releases[0].Scope.Periods[0].Start;
        Count = releases.Count;
        Rows = releases.Sum(r => r.RowsStored);
        ByYear = [.. releases.GroupBy(r => r.Scope.Periods[0].Start.Year).Select(year => year.SelectMany(store.Parts).Select(f => f.FullName).ToArray())];
        All = [.. ByYear.SelectMany(year => year)];
        Bytes = All.Sum(file => new FileInfo(file).Length);
        Unnamed = string.Join(',', snapshot.Axes.Partners.Where(p => p.IsAggregate || p.IsSecret).Select(p => DuckSession.Quote(p.Code)).DefaultIfEmpty("''"));
    }

    /// <summary>First month.</summary>
    public Month First { get; }

    /// <summary>How many months follow each other.</summary>
    public int Count { get; }

    /// <summary>Rows of all months.</summary>
    public long Rows { get; }

    /// <summary>Bytes of all files.</summary>
    public long Bytes { get; }

    /// <summary>All files.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>The files of each year.</summary>
    public IReadOnlyList<IReadOnlyList<string>> ByYear { get; }

    /// <summary>Aggregates and secret partners, as a list of SQL strings.</summary>
    public string Unnamed { get; }

    /// <summary>The files as a table.</summary>
    public static string Read(IReadOnlyList<string> files) => $"read_parquet([{string.Join(',', files.Select(DuckSession.Quote))}])";
}
