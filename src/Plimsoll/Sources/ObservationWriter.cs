namespace Plimsoll.Sources;

/// <summary>Gathers observations into batches for a sink.</summary>
internal sealed class ObservationWriter(IReleaseSink sink)
{
    /// <summary>Codes after which a batch is replaced, so that its tables neither grow without end nor pass their 16 bits.</summary>
    private const int CodeLimit = 60_000;

    /// <summary>A label is numbered in one byte, and a row may bring three new ones.</summary>
    private const int LabelLimit = byte.MaxValue - 3;

    private ObservationBatch batch = new();

    internal void Add(in Observation observation)
    {
        batch.Add(observation);
        var crowded = batch.Reporters.Codes.Count >= CodeLimit || batch.Partners.Codes.Count >= CodeLimit || batch.Products.Codes.Count >= CodeLimit
            || batch.Labels.Codes.Count > LabelLimit;
        if (batch.IsFull || crowded)
        {
            Flush();
            batch = crowded ? new ObservationBatch() : batch;
        }
    }

    /// <summary>Hands over what is left; call it once after the last record.</summary>
    internal void Flush()
    {
        if (batch.Count > 0)
        {
            sink.Store(batch);
            batch.Clear();
        }
    }
}
