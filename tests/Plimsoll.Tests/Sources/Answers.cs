using System.Text;
using Plimsoll.Sources;
using Plimsoll.Trade;
using Xunit;

namespace Plimsoll.Tests.Sources;

/// <summary>Reads specimens and made-up answers through one format.</summary>
internal static class Answers
{
    internal static (Fault? Fault, RecordingSink Sink) ReadSpecimen(this ISourceFormat format, string specimen) =>
        format.ReadBytes(Path.GetFileName(specimen), File.ReadAllBytes(Repository.Specimen(specimen)));

    internal static (Fault? Fault, RecordingSink Sink) ReadText(this ISourceFormat format, string fileName, string text) =>
        format.ReadBytes(fileName, Encoding.UTF8.GetBytes(text));

    internal static (Fault? Fault, RecordingSink Sink) ReadBytes(this ISourceFormat format, string fileName, byte[] bytes)
    {
        var sink = new RecordingSink();
        var head = new SourceHead(fileName, bytes.AsMemory(0, Math.Min(bytes.Length, SourceHead.Length)));
        using var content = new MemoryStream(bytes);
        return (format.Read(content, head, sink, TestContext.Current.CancellationToken), sink);
    }

    internal static SourceHead HeadOf(string specimen)
    {
        var bytes = File.ReadAllBytes(Repository.Specimen(specimen));
        return new SourceHead(Path.GetFileName(specimen), bytes.AsMemory(0, Math.Min(bytes.Length, SourceHead.Length)));
    }
}
