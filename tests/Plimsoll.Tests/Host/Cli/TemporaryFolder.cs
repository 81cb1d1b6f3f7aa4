namespace Plimsoll.Tests.Host.Cli;

/// <summary>A folder of its own that is removed afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plimsoll-test-");

    internal string Path => folder.FullName;

    /// <summary>Writes a text and gives its path.</summary>
    internal string Write(string name, string text)
    {
        var file = new FileInfo(System.IO.Path.Combine(Path, name));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
        return file.FullName;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
