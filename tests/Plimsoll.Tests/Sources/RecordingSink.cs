using Plimsoll.Sources;
using Plimsoll.Trade;

namespace Plimsoll.Tests.Sources;

/// <summary>Keeps all that a format hands over.</summary>
internal sealed class RecordingSink : IReleaseSink
{
    internal ReleaseHeader? Header { get; private set; }

    internal List<Observation> Rows { get; } = [];

    internal List<ExchangeRate> Rates { get; } = [];

    internal List<(long Line, int Column, Fault Fault)> Refusals { get; } = [];

    internal int RowsIn => Rows.Count + Rates.Count + Refusals.Count;

    public void Describe(ReleaseHeader header) => Header = header;

    public void Store(ObservationBatch batch)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            Rows.Add(RowOf(batch, i));
        }
    }

    public void Store(ExchangeRate rate) => Rates.Add(rate);

    public void Refuse(long line, int column, Fault fault) => Refusals.Add((line, column, fault));

    private static Observation RowOf(ObservationBatch batch, int i) => new(
        Country.Parse(batch.Reporters.Codes[batch.Reporter[i]]).Value,
        Country.Parse(batch.Partners.Codes[batch.Partner[i]]).Value,
        ProductCode.Parse(batch.Products.Codes[batch.Product[i]]).Value,
        (Flow)batch.Flow[i],
        new Period(new Month(batch.PeriodStart[i]), batch.PeriodMonths[i]))
    {
        Value = batch.Value[i],
        QuantityKg = batch.QuantityKg[i],
        SupplementaryQuantity = batch.SupplementaryQuantity[i],
        SupplementaryUnit = batch.Labels.Codes[batch.SupplementaryUnit[i]],
        TradeType = batch.Labels.Codes[batch.TradeType[i]],
        Procedure = batch.Labels.Codes[batch.Procedure[i]],
        Flags = (ObservationFlags)batch.Flags[i],
    };
}
