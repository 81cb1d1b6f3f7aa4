namespace Plimsoll.Tests.House;

/// <summary>A file as a rule sees it, so that a rule can be tried on a made-up one.</summary>
/// <param name="Path">From the root of the repository, with forward slashes.</param>
/// <param name="Text">Its whole text.</param>
internal sealed record TextFile(string Path, string Text)
{
    internal string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.LastIndexOf('/')] : "";

    internal string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Lines as an editor counts them: a final line end opens no new line.</summary>
    internal string[] Lines => Text.TrimEnd('\n').Split('\n');

    internal bool IsIn(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);
}
