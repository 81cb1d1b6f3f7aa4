namespace Plimsoll.Tests.House;

/// <summary>The files that people keep in the repository; what builds and tools leave behind is not among them.</summary>
internal static class SourceTree
{
    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
    {
        ".git", "artifacts", "bin", "obj", ".plimsoll", "TestResults", "StrykerOutput", "__pycache__", "node_modules",
    };

    /// <summary>All files under a folder, with paths from the root, in ordinal order.</summary>
    internal static IReadOnlyList<string> Paths(string under = "")
    {
        var paths = new List<string>();
        var start = Path.Combine(Repository.Root, under);
        if (Directory.Exists(start))
        {
            Collect(new DirectoryInfo(start), paths);
        }

        paths.Sort(StringComparer.Ordinal);
        return paths;
    }

    /// <summary>The text files under a folder whose names end in one of the endings.</summary>
    internal static IReadOnlyList<TextFile> Files(string under, params string[] endings) =>
        [.. from path in Paths(under)
            where endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal))
            select new TextFile(path, File.ReadAllText(Path.Combine(Repository.Root, path)))];

    internal static IReadOnlyList<TextFile> Code { get; } = [.. Files("src", ".cs"), .. Files("tests", ".cs"), .. Files("bench", ".cs")];

    /// <summary>Everything written to be read, without the specimens, which are other people's bytes.</summary>
    internal static IReadOnlyList<TextFile> Markdown { get; } =
        [.. Files("", ".md").Where(file => !file.Path.Contains("/Golden/", StringComparison.Ordinal))];

    internal static bool Exists(string path)
    {
        var full = Path.Combine(Repository.Root, path);
        return File.Exists(full) || Directory.Exists(full);
    }

    private static void Collect(DirectoryInfo folder, List<string> paths)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (Skipped.Contains(entry.Name) || string.Equals(Relative(entry), "bench/data", StringComparison.Ordinal))
            {
                continue;
            }

            if (entry is DirectoryInfo inner)
            {
                Collect(inner, paths);
            }
            else
            {
                paths.Add(Relative(entry));
            }
        }
    }

    private static string Relative(FileSystemInfo entry) => Path.GetRelativePath(Repository.Root, entry.FullName).Replace('\\', '/');
}
