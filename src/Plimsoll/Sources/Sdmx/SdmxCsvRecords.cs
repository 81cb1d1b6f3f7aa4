using Plimsoll.Sources.Text;
using Plimsoll.Trade;

namespace Plimsoll.Sources.Sdmx;

/// <summary>
/// The records of one SDMX-CSV answer. The first record that names a dataflow decides what the answer is; a record of another
/// dataflow or another publication is refused, because a release is what one source said at one moment.
/// </summary>
internal sealed class SdmxCsvRecords(DelimitedReader reader, ColumnHeader header, IReleaseSink sink)
{
    private readonly int dataflowColumn = int.Max(header.Find("DATAFLOW"), header.Find("STRUCTURE_ID"));
    private readonly int publishedColumn = header.Find("LAST UPDATE");
    private string dataflow = "";
    private string publishedText = "";
    private DateTimeOffset? published;

    internal Fault? Read(string parser, CancellationToken cancel)
    {
        if (dataflowColumn < 0)
        {
            return new Fault("SRC-0111", "The header has neither DATAFLOW nor STRUCTURE_ID.", string.Join(',', header.Names));
        }

        var opened = Open(cancel);
        if (opened.Fault is { } unusable)
        {
            return unusable;
        }

        var columns = Columns(opened.Value);
        if (columns.Fault is { } incomplete)
        {
            return incomplete;
        }

        sink.Describe(new ReleaseHeader(opened.Value.Source, opened.Value.Id, "EUR", parser, WholePeriods: false, published) { Exhaustive = opened.Value.Exhaustive });
        new RecordPass(reader, header, sink).Run(columns.Value, new CellReader(opened.Value.Balances), () => Check(columns.Value), cancel);
        return null;
    }

    /// <summary>Moves to the first record that says which dataset, and when published; refuses those before it.</summary>
    private Parsed<Dataset> Open(CancellationToken cancel)
    {
        var records = new RecordPass(reader, header, sink);
        Fault? last = null;
        while (reader.Read(cancel))
        {
            // What the answer is, is read even from a record with too few fields: it is the better reason.
            dataflow = reader.Count > dataflowColumn ? Dataflow.ToString() : "";
            var dataset = Dataset.OfDataflow(dataflow, header.Names);
            if (dataset.Fault is { Code: not "SRC-0113" } notUnderstood)
            {
                return notUnderstood;
            }

            if (records.RefusedAsText())
            {
                last ??= new Fault("SRC-0120", "No record of the answer can be told apart into the fields of its header.");
                continue;
            }

            last = dataset.Fault ?? Publish();
            if (last is null)
            {
                return dataset;
            }

            sink.Refuse(reader.Line, (dataset.Ok ? publishedColumn : dataflowColumn) + 1, last);
        }

        return last ?? ColumnHeader.Empty;
    }

    private ReadOnlySpan<char> Dataflow => ColumnHeader.WithoutLabel(header.Field(reader, dataflowColumn));

    private Fault? Publish()
    {
        if (publishedColumn < 0)
        {
            return null;
        }

        publishedText = header.Field(reader, publishedColumn).ToString();
        published = EurostatTime.Parse(publishedText);
        return published is null ? new Fault("SRC-0114", "Not a publication time. Eurostat writes 13/02/26 11:00:00, in Brussels time.", publishedText) : null;
    }

    private Parsed<RecordColumns> Columns(Dataset dataset) => RecordColumns.Find(
        header,
        dataflow,
        [
            (Part.Reporter, dataset.Names.Reporter), (Part.Partner, dataset.Names.Partner), (Part.Product, dataset.Names.Product),
            (Part.Flow, dataset.Names.Flow), (Part.Indicator, dataset.Names.Indicator), (Part.Period, "TIME_PERIOD"), (Part.Value, "OBS_VALUE"),
        ],
        [
            (Part.Frequency, "freq"), (Part.Flag, header.Find("OBS_FLAG") >= 0 ? "OBS_FLAG" : "OBS_STATUS"), (Part.Confidentiality, "CONF_STATUS"),
            (Part.Action, "ACTION"), (Part.Published, "LAST UPDATE"), (Part.Dataflow, header.Find("DATAFLOW") >= 0 ? "DATAFLOW" : "STRUCTURE_ID"),
        ]);

    private Misread? Check(RecordColumns columns)
    {
        if (!Dataflow.SequenceEqual(dataflow))
        {
            return new Misread(Part.Dataflow, new Fault("SRC-0113", $"The record is of another dataflow than {dataflow}, with which the answer begins.", Dataflow.ToString()));
        }

        var update = columns.Text(reader, Part.Published);
        if (!update.SequenceEqual(publishedText) && EurostatTime.Parse(update) != published)
        {
            return new Misread(Part.Published, new Fault("SRC-0114", $"The record was not published at {publishedText}, as the answer says at its beginning.", update.ToString()));
        }

        return columns.Text(reader, Part.Action) switch
        {
            "" or "I" or "A" or "M" or "R" => null,
            "D" => new Misread(Part.Action, new Fault("SRC-0130", "The record deletes an observation. Nothing is deleted here: a newer release without the observation replaces it.", "D")),
            var action => new Misread(Part.Action, new Fault("SRC-0130", "Not an action. SDMX-CSV has I, A, M, R and D.", action.ToString())),
        };
    }
}
