using System.Globalization;
using Plimsoll.Ledger.Files;
using Plimsoll.Ledger.Merkle;
using Plimsoll.Ledger.Notes;
using Plimsoll.Trade;

namespace Plimsoll.Ledger;

/// <summary>Checks entries one block after the other: form, place, author, signature, and the hash that was stored of each.</summary>
/// <param name="keys">Who may sign the first of them; grows with what they say about keys.</param>
/// <param name="next">Where the first of them has to stand.</param>
internal sealed class EntryAudit(KeyRing keys, long next = 0)
{
    private readonly List<Discrepancy> found = [];

    /// <summary>What was found so far.</summary>
    internal IReadOnlyList<Discrepancy> Found => found;

    /// <summary>Who may sign, as far as the entries went.</summary>
    internal KeyRing Keys => keys;

    /// <summary>The key that the first entry introduces.</summary>
    internal VerifierKey? Founder { get; private set; }

    /// <summary>Where the next entry has to stand.</summary>
    internal long Next { get; private set; } = next;

    /// <summary>False once an entry was missing: what comes after has no place in a tree.</summary>
    internal bool Unbroken { get; private set; } = true;

    /// <summary>Checks a block. Its entries follow those of the block before. Gives their hashes.</summary>
    internal TreeHash[] Check(IReadOnlyList<StoredEntry> block)
    {
        var before = found.Count;
        var read = new Parsed<Entry>[block.Count];
        var hashes = new TreeHash[block.Count];
        Parallel.For(0, block.Count, i => (read[i], hashes[i]) = (Entry.Parse(block[i].Bytes), TreeHash.OfLeaf(block[i].Bytes)));

        // Who may sign follows from the entries before, so that part goes in order; the signatures themselves do not.
        var authors = new VerifierKey?[block.Count];
        for (var i = 0; i < block.Count; i++)
        {
            authors[i] = InOrder(block[i], read[i], hashes[i]);
        }

        var unsigned = new bool[block.Count];
        Parallel.For(0, block.Count, i => unsigned[i] = authors[i] is { } author && !read[i].Value.IsSignedBy(author));
        for (var i = 0; i < block.Count; i++)
        {
            if (unsigned[i])
            {
                Add(block[i].Index, "LED-0103", "The signature is not that of the author over these bytes.", read[i].Value.Author);
            }
        }

        // What was found at an earlier entry is often the cause of what was found later.
        var ordered = found.Skip(before).OrderBy(d => d.Index).ToList();
        found.RemoveRange(before, ordered.Count);
        found.AddRange(ordered);
        return hashes;
    }

    internal void Add(long? index, Fault fault) => found.Add(new Discrepancy(index, fault));

    // Everything but the signature; the author's key when there is one whose signature is to be checked.
    private VerifierKey? InOrder(StoredEntry stored, Parsed<Entry> read, TreeHash hash)
    {
        if (stored.Index != Next)
        {
            Unbroken = false;
            Add(Next, "LED-0101", string.Create(CultureInfo.InvariantCulture, $"Entries are missing: the next one kept is {stored.Index}."), "");
        }

        Next = stored.Index + 1;
        if (stored.Leaf is null)
        {
            Add(stored.Index, "LED-0107", "The stored tree has no hash of the entry.", "");
        }
        else if (stored.Leaf != hash)
        {
            Add(stored.Index, "LED-0100", "The entry is not the one whose hash was stored: its bytes were changed.", hash.ToString());
        }

        if (!read.Ok)
        {
            Add(stored.Index, read.Fault!);
            return null;
        }

        CheckPlace(stored, read.Value);
        return AuthorOf(stored.Index, read.Value);
    }

    private void CheckPlace(StoredEntry stored, Entry entry)
    {
        if (entry.Index != stored.Index)
        {
            Add(stored.Index, "LED-0102", string.Create(CultureInfo.InvariantCulture, $"In this place stands the entry that was signed as {entry.Index}."), "");
        }

        if (entry.Log != keys.Origin)
        {
            Add(stored.Index, "LED-0111", $"The entry was signed for another log than {keys.Origin}.", entry.Log);
        }

        if (entry.Kind.Text() != stored.Kind)
        {
            Add(stored.Index, "LED-0107", $"The entry is kept under another kind than its own, {entry.Kind.Text()}.", stored.Kind);
        }
    }

    private VerifierKey? AuthorOf(long index, Entry entry)
    {
        if (index == 0)
        {
            Founder = KeyRing.Founder(entry);
        }

        var author = keys.Terms.Count == 0 ? KeyRing.Founder(entry) : keys.Find(entry.Author, index);
        if (author is null)
        {
            Add(index, "LED-0104", "The author is no key that may sign this entry: unknown to the log, not introduced yet, replaced, or revoked.", entry.Author);
            return null;
        }

        // A key that nobody gave a right must not come in: here the signature counts before the rest of the block.
        if (entry.Kind.IsAboutKeys() && entry.IsSignedBy(author) && keys.Apply(entry) is { } fault)
        {
            Add(index, fault);
        }

        return author;
    }

    private void Add(long index, string code, string message, string text) => Add(index, new Fault(code, message, text));
}
