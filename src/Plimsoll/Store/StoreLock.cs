using Plimsoll.Trade;

namespace Plimsoll.Store;

/// <summary>Keeps a second writer out of a store. Readers need no lock: what they read never changes.</summary>
internal sealed class StoreLock : IDisposable
{
    private readonly FileStream file;

    internal StoreLock(DirectoryInfo root)
    {
        try
        {
            root.Create();
            file = new FileStream(Path.Combine(root.FullName, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            throw new OutsideException("STO-0001", $"Cannot write to the store {root.FullName}: {denied.Message} Another process may be writing; try again when it has ended.", retriable: true, denied);
        }
    }

    public void Dispose() => file.Dispose();
}
