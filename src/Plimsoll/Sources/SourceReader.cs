using Plimsoll.Sources.Archives;
using Plimsoll.Sources.ChinaCustoms;
using Plimsoll.Sources.Comext;
using Plimsoll.Sources.Comtrade;
using Plimsoll.Sources.Ecb;
using Plimsoll.Sources.Sdmx;
using Plimsoll.Trade;

namespace Plimsoll.Sources;

/// <summary>The front door of the sources: finds the format of an answer and reads it into a sink.</summary>
public static class SourceReader
{
    /// <summary>Every format, asked in this order. To add a source, add its format here.</summary>
    public static IReadOnlyList<ISourceFormat> Formats { get; } =
    [
        new ComextBulkFormat(),
        new SdmxCsvFormat(),
        new EurostatTsvFormat(),
        new JsonStatFormat(),
        new EurostatTidyCsvFormat(),
        new ComextExtractFormat(),
        new GaccHtmlFormat(),
        new GaccTranscriptFormat(),
        new ComtradeJsonFormat(),
        new ComtradeMonthlyCsvFormat(),
        new BaciCsvFormat(),
        new EcbSdmxJsonFormat(),

        // Last, since it takes any error document, and any page where data were asked for.
        new EurostatRefusalFormat(),
    ];

    /// <summary>
    /// Reads one answer to its end. The fault says why the answer as a whole cannot be used: format not recognised (<c>SRC-0001</c>),
    /// archive damaged or cut off (<c>SRC-0002</c>), or the format's own reason.
    /// </summary>
    public static Fault? Read(SourceEntry entry, IReleaseSink sink, CancellationToken cancel)
    {
        try
        {
            var bytes = new byte[SourceHead.Length];
            var length = entry.Content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            var head = new SourceHead(entry.Name, bytes.AsMemory(0, length));
            var format = Formats.FirstOrDefault(f => f.Recognises(head));
            return format is null
                ? new Fault("SRC-0001", "Not an answer of a source that Plimsoll reads. The list is in docs/sources.", head.FirstLine)
                : format.Read(new PrefixedStream(head.Bytes, entry.Content), head, sink, cancel);
        }
        catch (Exception damage) when (damage is InvalidDataException or EndOfStreamException or SharpCompress.Common.SharpCompressException)
        {
            return new Fault("SRC-0002", $"The archive is damaged or cut off: {damage.Message} Download it again.", entry.Place);
        }
    }
}
