namespace Plimsoll.Tests.House;

/// <summary>A fenced block of a Markdown file.</summary>
/// <param name="Tag">What follows the opening backticks; empty when nothing does.</param>
/// <param name="Lines">The lines between the fences.</param>
internal sealed record Fence(string Tag, IReadOnlyList<string> Lines)
{
    private const string Mark = "```";

    /// <summary>The fenced blocks of a file in order.</summary>
    internal static IEnumerable<Fence> In(TextFile file)
    {
        string? tag = null;
        var lines = new List<string>();
        foreach (var line in file.Lines)
        {
            var isMark = line.TrimStart().StartsWith(Mark, StringComparison.Ordinal);
            if (isMark && tag is null)
            {
                tag = line.TrimStart()[Mark.Length..].Trim();
                lines = [];
            }
            else if (isMark)
            {
                yield return new Fence(tag!, lines);
                tag = null;
            }
            else if (tag is not null)
            {
                lines.Add(line);
            }
        }
    }

    /// <summary>The lines of a file that lie in no block.</summary>
    internal static IEnumerable<string> ProseOf(TextFile file)
    {
        var inside = false;
        foreach (var line in file.Lines)
        {
            var isMark = line.TrimStart().StartsWith(Mark, StringComparison.Ordinal);
            if (!isMark && !inside)
            {
                yield return line;
            }

            inside ^= isMark;
        }
    }
}
