using System.Globalization;
using Plimsoll.Sources;
using Plimsoll.Store;
using Plimsoll.Trade;

namespace Plimsoll.Bench.Entrants;

/// <summary>A month into a store: hash, expand, parse, check, refuse, sort, write Parquet and cube, commit.</summary>
internal static class MonthIngest
{
    // Eurostat publishes a month about 46 days after its end.
    private const int DaysToPublication = 46;

    /// <summary>Takes the file into the store of a folder, as published 46 days after <paramref name="month"/>.</summary>
    public static Release Run(string file, string store, Month month)
    {
        var published = new DateTimeOffset(month.Plus(1).FirstDay.AddDays(DaysToPublication), new TimeOnly(11, 0), TimeSpan.Zero);
        var outcome = new TradeStore(new DirectoryInfo(store), TimeProvider.System)
            .Ingest(new FileInfo(file), new IngestOptions(published))
            .Single();
        return outcome.Release ?? throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{file}: {outcome.Fault}"));
    }
}
