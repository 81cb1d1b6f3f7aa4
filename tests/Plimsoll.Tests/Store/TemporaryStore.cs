using Plimsoll.Store;

namespace Plimsoll.Tests.Store;

/// <summary>A store in a folder of its own that is removed afterwards.</summary>
internal sealed class TemporaryStore : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plimsoll-test-");

    internal TemporaryStore() => Store = new TradeStore(new DirectoryInfo(Path.Combine(folder.FullName, "store")), TimeProvider.System);

    internal TradeStore Store { get; }

    internal IReadOnlyList<IngestOutcome> Ingest(string file, DateTimeOffset? published = null) =>
        Store.Ingest(new FileInfo(file), new IngestOptions(published));

    internal IReadOnlyList<IngestOutcome> IngestText(string name, string text, DateTimeOffset? published = null)
    {
        var file = Write(name, System.Text.Encoding.Latin1.GetBytes(text));
        return Ingest(file.FullName, published);
    }

    internal FileInfo Write(string name, byte[] bytes)
    {
        var file = new FileInfo(Path.Combine(folder.FullName, name));
        File.WriteAllBytes(file.FullName, bytes);
        return file;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
