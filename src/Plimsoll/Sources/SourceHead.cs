namespace Plimsoll.Sources;

/// <summary>The beginning of an answer, for recognition.</summary>
/// <param name="FileName">Name without folder; inside an archive, the entry's name.</param>
/// <param name="Bytes">Up to the first 65,536 bytes.</param>
public sealed record SourceHead(string FileName, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Bytes taken for recognition.</summary>
    public const int Length = 65_536;

    /// <summary>The head as UTF-8 text without a byte-order mark; bytes that are not UTF-8 become replacement characters.</summary>
    public string Text => System.Text.Encoding.UTF8.GetString(Bytes.Span).TrimStart('\uFEFF');

    /// <summary>The first line of <see cref="Text"/>, without its line end.</summary>
    public string FirstLine => Text.Split('\n', 2)[0].TrimEnd('\r');
}
