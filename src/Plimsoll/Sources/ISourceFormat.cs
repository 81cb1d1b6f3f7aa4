using Plimsoll.Trade;

namespace Plimsoll.Sources;

/// <summary>One kind of answer: recognises it by its first bytes and reads it record by record in constant memory.</summary>
public interface ISourceFormat
{
    /// <summary>Name and version of the parser, e.g. <c>comext-bulk/1</c>.</summary>
    string Id { get; }

    /// <summary>True when this is the format of the answer.</summary>
    bool Recognises(SourceHead head);

    /// <summary>
    /// Reads the answer to its end into <paramref name="sink"/>. Bad records go to <see cref="IReleaseSink.Refuse"/>; a fault is
    /// returned when the answer as a whole cannot be used (wrong header, an error document), and then nothing of it is stored.
    /// </summary>
    Fault? Read(Stream content, SourceHead head, IReleaseSink sink, CancellationToken cancel);
}
