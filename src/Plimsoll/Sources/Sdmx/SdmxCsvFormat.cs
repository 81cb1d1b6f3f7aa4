using Plimsoll.Sources.Text;
using Plimsoll.Trade;

namespace Plimsoll.Sources.Sdmx;

/// <summary>
/// SDMX-CSV 1.0 (<c>DATAFLOW,…</c>, with Eurostat's <c>LAST UPDATE</c> and <c>OBS_FLAG</c>) and 2.0 or 2.1 (<c>STRUCTURE,STRUCTURE_ID,ACTION,…</c>),
/// codes alone or with labels, any delimiter that the standard allows.
/// </summary>
public sealed class SdmxCsvFormat : ISourceFormat
{
    private const string Delimiters = ",;\t|";

    /// <inheritdoc/>
    public string Id => "sdmx-csv/1";

    /// <inheritdoc/>
    public bool Recognises(SourceHead head) => DelimiterOf(head.FirstLine) is not null;

    /// <inheritdoc/>
    public Fault? Read(Stream content, SourceHead head, IReleaseSink sink, CancellationToken cancel)
    {
        var reader = new DelimitedReader(content, DelimiterOf(head.FirstLine) ?? ',', quoted: true);
        var header = ColumnHeader.Read(reader, cancel);
        return header.Fault ?? new SdmxCsvRecords(reader, header.Value, sink).Read(Id, cancel);
    }

    /// <summary>The character after DATAFLOW or STRUCTURE and its optional subfield separator; null when the line begins otherwise.</summary>
    private static char? DelimiterOf(string line)
    {
        var word = line.StartsWith("DATAFLOW", StringComparison.Ordinal) ? "DATAFLOW" : "STRUCTURE";
        if (!line.StartsWith(word, StringComparison.Ordinal))
        {
            return null;
        }

        var rest = line.AsSpan(word.Length);
        rest = rest is ['[', _, ']', ..] ? rest[3..] : rest;
        return rest.Length > 0 && Delimiters.Contains(rest[0], StringComparison.Ordinal) ? rest[0] : null;
    }
}
