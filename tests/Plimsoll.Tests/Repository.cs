using System.Runtime.CompilerServices;

namespace Plimsoll.Tests;

/// <summary>Places in the repository that tests read.</summary>
internal static class Repository
{
    internal static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    internal static string Specimen(string relative) => Path.Combine(Root, "tests", "Plimsoll.Tests", "Specimens", relative);

    internal static string Reference(string relative) => Path.Combine(Root, "tests", "Plimsoll.Tests", "Reference", relative);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
