using System.Reflection;

namespace Plimsoll.Consultations;

/// <summary>Files that ship inside the library.</summary>
internal static class Resources
{
    /// <summary>Name and text of each file under a folder of the bundled data, by name.</summary>
    internal static IEnumerable<(string Name, string Text)> In(string folder)
    {
        var assembly = typeof(Resources).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name => (name, Read(assembly, name)));
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
