using Plimsoll.Trade;

namespace Plimsoll.Sources;

/// <summary>One record of an answer that was not stored, and why. Kept with the release, shown to the reader.</summary>
/// <param name="File">Name of the file, with the entry inside an archive after an exclamation mark.</param>
/// <param name="Line">Line in the text, from 1; for JSON the position of the record, from 1; 0 for the file as a whole.</param>
/// <param name="Column">Column in the line as a person counts it (in fields for delimited text), from 1; 0 when the whole record is meant.</param>
/// <param name="Fault">Code, message and offending text.</param>
public sealed record Refusal(string File, long Line, int Column, Fault Fault)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}:{Column}: {Fault}";
}
