using Plimsoll.Trade;

namespace Plimsoll.Sources;

/// <summary>Receives what a format reads: the store, or a count for a dry run. Calls come from one thread at a time.</summary>
public interface IReleaseSink
{
    /// <summary>What the answer says of itself; called before the first row, and again when more is learnt.</summary>
    void Describe(ReleaseHeader header);

    /// <summary>Takes the rows of a batch; the caller may clear and reuse the batch afterwards.</summary>
    void Store(ObservationBatch batch);

    /// <summary>Takes an exchange rate.</summary>
    void Store(ExchangeRate rate);

    /// <summary>Takes a record that was not stored. One record in, one call.</summary>
    void Refuse(long line, int column, Fault fault);
}
