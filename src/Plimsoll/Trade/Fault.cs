namespace Plimsoll.Trade;

/// <summary>What is wrong with a piece of input, as a value: bad input never throws.</summary>
/// <param name="Code">Stable code with a page under docs/codes, e.g. <c>TRD-0001</c>.</param>
/// <param name="Message">One sentence that says what is wrong and what would be right.</param>
/// <param name="Text">The offending text, shortened to 200 characters; empty when there is none.</param>
public sealed record Fault(string Code, string Message, string Text = "")
{
    private const int TextLimit = 200;

    /// <summary>The offending text, at most 200 characters, so that a hostile line cannot fill a log.</summary>
    public string Text { get; init; } = Text.Length <= TextLimit ? Text : string.Concat(Text.AsSpan(0, TextLimit - 1), "…");

    /// <inheritdoc/>
    public override string ToString() => Text.Length == 0 ? $"{Code}: {Message}" : $"{Code}: {Message} Found: '{Text}'.";
}
