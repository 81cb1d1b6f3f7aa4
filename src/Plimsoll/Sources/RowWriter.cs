using Plimsoll.Trade;

namespace Plimsoll.Sources;

/// <summary>Gathers single observations into batches. A batch is handed on when it is full or when its code tables are.</summary>
internal sealed class RowWriter(IReleaseSink sink)
{
    /// <summary>A label is numbered in one byte and a row may bring three new ones.</summary>
    private const int LabelLimit = byte.MaxValue - 3;

    private const int PartnerLimit = ushort.MaxValue - 1;

    private ObservationBatch batch = new();

    /// <summary>Adds one observation.</summary>
    internal void Add(in Observation row)
    {
        batch.Add(row);
        if (batch.IsFull)
        {
            Flush();
        }
        else if (batch.Labels.Codes.Count > LabelLimit || batch.Partners.Codes.Count > PartnerLimit)
        {
            Flush();
            batch = new ObservationBatch();
        }
    }

    /// <summary>Hands on what is left; to be called once at the end.</summary>
    internal void Flush()
    {
        if (batch.Count > 0)
        {
            sink.Store(batch);
            batch.Clear();
        }
    }

    /// <summary>Refuses one record.</summary>
    internal void Refuse(long line, int column, Fault fault) => sink.Refuse(line, column, fault);
}
