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
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            throw new OutsideException("STO-0004", $"Cannot make the store {root.FullName}: {denied.Message} Name a folder that may be written with --store.", retriable: false, denied);
        }

        try
        {
            file = new FileStream(Path.Combine(root.FullName, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new OutsideException("STO-0004", $"Cannot write to the store {root.FullName}: {denied.Message} Name a folder that may be written with --store.", retriable: false, denied);
        }
        catch (IOException denied)
        {
            throw new OutsideException("STO-0001", $"Cannot write to the store {root.FullName}: {denied.Message} Another process may be writing; try again when it has ended.", retriable: true, denied);
        }
    }

    public void Dispose() => file.Dispose();
}
