using Plimsoll.Sources;
using Plimsoll.Store;
using Plimsoll.Store.Staging;
using Plimsoll.Trade;

namespace Plimsoll.Tests.Store;

/// <summary>Puts releases into a store without a file: observations with any flags, scopes whole or partial, on any day.</summary>
internal static class StoredCase
{
    internal static Observation Cell(string reporter, string partner, string product, Flow flow, int month, decimal? value, ObservationFlags flags = ObservationFlags.None) =>
        new(Country.Parse(reporter).Value, Country.Parse(partner).Value, ProductCode.Parse(product).Value, flow, Period.Of(Month.Of(2024, 1).Plus(month)))
        {
            Value = value is { } amount ? Fixed3.FromDecimal(amount)!.Value : Fixed3.Null,
            Flags = flags,
        };

    /// <summary>Stores the observations as release number <paramref name="number"/>, published on day <paramref name="day"/> of 2026.</summary>
    internal static void Put(TradeStore store, int number, int day, bool whole, IEnumerable<Observation> rows, int segmentRows = ReleaseStaging.SegmentRows, int sliceRows = ReleaseStaging.SliceRows)
    {
        var catalogue = new Catalogue(store.Root);
        catalogue.Prepare();
        using var staging = new ReleaseStaging(catalogue.NewStagingFolder(), "case", progress: null, segmentRows: segmentRows, sliceRows: sliceRows);
        staging.Describe(new ReleaseHeader("case", "case", "EUR", "case/1", whole, PublishedAt: null) { Exhaustive = true });
        var batch = new ObservationBatch();
        foreach (var row in rows)
        {
            batch.Add(row);
            staging.Store(batch);
            batch.Clear();
        }

        var published = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day);
        var id = number.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
        var scope = staging.Finish();
        catalogue.Commit(staging.Folder, new Release(id, "case", "case", "EUR", scope, published, PublicationEvidence.Stated, published, "case", id, 0, "case/1", staging.Stored, staging.Stored, 0));
    }

    internal static Series Series(TradeSnapshot snapshot, string reporter, string partner, string product, Flow flow)
    {
        var block = snapshot.NewBlock();
        snapshot.Read(product, block);
        return new Selection(snapshot, [Country.Parse(reporter).Value], [Country.Parse(partner).Value], flow).Series(block, Measure.Value);
    }
}
