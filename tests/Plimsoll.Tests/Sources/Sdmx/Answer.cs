using System.IO.Compression;
using System.Text;
using Plimsoll.Sources.Sdmx;
using Plimsoll.Sources;
using Plimsoll.Trade;
using Xunit;

namespace Plimsoll.Tests.Sources.Sdmx;

/// <summary>Reads an answer with the format that recognises it.</summary>
internal static class Answer
{
    private static readonly ISourceFormat[] Formats =
    [
        new SdmxCsvFormat(), new EurostatTsvFormat(), new JsonStatFormat(), new EurostatTidyCsvFormat(), new ComextExtractFormat(), new EurostatRefusalFormat(),
    ];

    internal static (Fault? Fault, RecordingSink Sink) Of(string text, string fileName = "answer.csv") => Of(Encoding.UTF8.GetBytes(text), fileName);

    internal static (Fault? Fault, RecordingSink Sink) Of(byte[] bytes, string fileName) => Of(bytes, fileName, Recognise(bytes, fileName).ShouldHaveSingle());

    internal static (Fault? Fault, RecordingSink Sink) Of(byte[] bytes, string fileName, ISourceFormat format)
    {
        var sink = new RecordingSink();
        using var content = new MemoryStream(bytes);
        var fault = format.Read(content, HeadOf(bytes, fileName), sink, TestContext.Current.CancellationToken);
        return (fault, sink);
    }

    internal static (Fault? Fault, RecordingSink Sink) OfSpecimen(string relative) => Of(Bytes(relative), Path.GetFileName(relative));

    internal static ISourceFormat[] Recognise(byte[] bytes, string fileName) => [.. Formats.Where(f => f.Recognises(HeadOf(bytes, fileName)))];

    internal static byte[] Bytes(string relative)
    {
        using var file = File.OpenRead(Repository.Specimen(relative));
        using var content = relative.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static SourceHead HeadOf(byte[] bytes, string fileName) => new(fileName, bytes.AsMemory(0, int.Min(bytes.Length, SourceHead.Length)));

    private static ISourceFormat ShouldHaveSingle(this ISourceFormat[] formats) =>
        formats.Length == 1 ? formats[0] : throw new InvalidOperationException($"{formats.Length} formats recognise the answer.");
}
