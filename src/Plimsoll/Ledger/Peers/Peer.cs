using System.Text;
using Plimsoll.Ledger.Notes;
using Plimsoll.Trade;

namespace Plimsoll.Ledger.Peers;

/// <summary>
/// Another party, and the folder in which its verified log lies: a log in the form of our own, to which nobody here can add. The folder
/// is named after a hash, never after what the peer calls itself.
/// </summary>
public sealed class Peer
{
    private Peer(DirectoryInfo folder, VerifierKey key) => (Folder, Key) = (folder, key);

    /// <summary>The key that was trusted at first contact.</summary>
    public VerifierKey Key { get; }

    /// <summary>SHA-256 of the key's text, in hexadecimal.</summary>
    public string Id => IdOf(Key);

    /// <summary>Name of the peer's log.</summary>
    public string Origin => Key.Name;

    /// <summary>The copy of its log; nothing is there before the first run that found it in order.</summary>
    public DirectoryInfo LogFolder => In("log");

    /// <summary>Proofs that the peer told two stories. Whoever settles such a matter moves them away by hand.</summary>
    public IReadOnlyList<FileInfo> Evidence => EvidenceFolder.Exists ? [.. EvidenceFolder.EnumerateFiles("*.json").OrderBy(f => f.Name, StringComparer.Ordinal)] : [];

    /// <summary>What is noted beside; null before the first contact.</summary>
    public Contact? Contact => Contact.Read(ContactFile);

    internal DirectoryInfo Folder { get; }

    internal DirectoryInfo FetchedFolder => In("fetched");

    internal DirectoryInfo EvidenceFolder => In("evidence");

    private FileInfo ContactFile => new(Path.Combine(Folder.FullName, "contact.json"));

    /// <summary>How others call a party: SHA-256 of the text of the key that began its log, in hexadecimal.</summary>
    public static string IdOf(VerifierKey founder) => DocumentShelf.HashOf(Encoding.UTF8.GetBytes(founder.ToString()));

    /// <summary>All peers whose log is in the store, by name.</summary>
    /// <param name="store">Folder of the store.</param>
    public static IReadOnlyList<Peer> In(DirectoryInfo store)
    {
        var folder = FolderOf(store);
        return !folder.Exists ? [] : PeerFile.On(() =>
            (from found in folder.EnumerateDirectories()
             where DocumentShelf.IsHash(found.Name) && PartyLog.IsIn(new DirectoryInfo(Path.Combine(found.FullName, "log")))
             let contact = Contact.Read(new FileInfo(Path.Combine(found.FullName, "contact.json")))
             where contact is not null && VerifierKey.Parse(contact.Key) is { Ok: true } key && IdOf(key.Value) == found.Name
             select new Peer(found, VerifierKey.Parse(contact.Key).Value)).OrderBy(p => p.Origin, StringComparer.Ordinal).ThenBy(p => p.Id, StringComparer.Ordinal).ToList());
    }

    /// <summary>The peer with that key, known or not.</summary>
    public static Peer Of(DirectoryInfo store, VerifierKey key) => new(new DirectoryInfo(Path.Combine(FolderOf(store).FullName, IdOf(key))), key);

    /// <summary>The verified copy; null when there is none yet. Faults as of <see cref="PartyLog.Open"/>.</summary>
    public Parsed<PartyLog?> Log(TimeProvider time)
    {
        if (!PartyLog.IsIn(LogFolder))
        {
            return (PartyLog?)null;
        }

        var log = PartyLog.Open(LogFolder, time);
        return log.Ok ? log.Value : log.Fault!;
    }

    internal void Note(Contact contact) => contact.Write(ContactFile);

    /// <summary>Keeps other runs for this peer away until it is disposed.</summary>
    internal IDisposable Lock() => PeerFile.On(() =>
    {
        Folder.Create();
        try
        {
            return new FileStream(Path.Combine(Folder.FullName, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException held)
        {
            throw new OutsideException("LED-0216", $"Another run for this peer is under way: {held.Message}", retriable: true, held);
        }
    });

    private static DirectoryInfo FolderOf(DirectoryInfo store) => new(Path.Combine(store.FullName, "peers"));

    private DirectoryInfo In(string name) => new(Path.Combine(Folder.FullName, name));
}
