namespace Plimsoll.Sources.Archives;

/// <summary>One answer inside a file: the file itself, or an entry of an archive.</summary>
/// <param name="Name">Name without folder, used for recognition and messages, never as a path.</param>
/// <param name="Place">Name as a person looks for it: <c>archive.zip!entry.csv</c>.</param>
/// <param name="LastWritten">Time of the entry, or of the file; UTC.</param>
/// <param name="Ordinal">Position in the archive, from 0.</param>
/// <param name="Content">The expanded bytes; the caller disposes it before it takes the next entry.</param>
public sealed record SourceEntry(string Name, string Place, DateTimeOffset LastWritten, int Ordinal, Stream Content);
