namespace Plimsoll.Sources;

/// <summary>Reads the small tab-separated tables that are built into the library beside the code that uses them.</summary>
internal static class EmbeddedTable
{
    /// <summary>Fields of each line of <c>Sources/{name}</c> (dots for slashes), without comment lines.</summary>
    internal static IEnumerable<string[]> Rows(string name)
    {
        using var stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream($"Plimsoll.Sources.{name}")
            ?? throw new InvalidOperationException($"The table {name} is not built in.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                yield return line.Split('\t');
            }
        }
    }
}
