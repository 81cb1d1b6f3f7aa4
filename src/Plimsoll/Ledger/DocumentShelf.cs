using System.Security.Cryptography;
using System.Text.Json;
using Plimsoll.Ledger.Files;
using Plimsoll.Trade;

namespace Plimsoll.Ledger;

/// <summary>
/// The documents that entries speak of, each in a file named by the SHA-256 of its bytes. An entry names a document by that hash, in a
/// member of its body called <c>document</c>, at any depth. A failing disk is an <see cref="OutsideException"/> <c>LED-0216</c>.
/// </summary>
/// <param name="folder">The folder; made with the first document.</param>
public sealed class DocumentShelf(DirectoryInfo folder)
{
    /// <summary>Most bytes that a document may have.</summary>
    public const int LengthLimit = 64 << 20;

    private const string Member = "document";

    /// <summary>True for 64 lower-case hexadecimal digits.</summary>
    public static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    /// <summary>Hash of a document, as entries name it.</summary>
    public static string HashOf(ReadOnlySpan<byte> document) => Convert.ToHexStringLower(SHA256.HashData(document));

    /// <summary>What an entry names as documents, in the order in which they stand there. What is no hash can be on no shelf.</summary>
    public static IReadOnlyList<string> NamedBy(Entry entry)
    {
        var named = new List<string>();
        Collect(entry.Body, named);
        return named;
    }

    /// <summary>Puts a document on the shelf, whole or not at all, and gives its hash. A damaged file of that hash is replaced.</summary>
    public string Put(ReadOnlySpan<byte> document)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(document.Length, LengthLimit);
        var hash = HashOf(document);
        if (Find(hash) is { Ok: true, Value: not null })
        {
            return hash;
        }

        try
        {
            folder.Create();
            WholeFile.Write(new FileInfo(PathOf(hash)), document);
            return hash;
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw Outside(failure);
        }
    }

    /// <summary>The document with that hash; null when it is not here; a fault <c>LED-0213</c> when the file is not what its name says.</summary>
    public Parsed<byte[]?> Find(string hash)
    {
        if (!IsHash(hash))
        {
            return (byte[]?)null;
        }

        try
        {
            var bytes = File.ReadAllBytes(PathOf(hash));
            return HashOf(bytes) == hash ? bytes : Changed(hash);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return (byte[]?)null;
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw Outside(failure);
        }
    }

    /// <summary>
    /// The document with that hash as a stream from its beginning, after its bytes were held against the hash; null and faults as of
    /// <see cref="Find"/>. The caller disposes it.
    /// </summary>
    public Parsed<Stream?> Open(string hash)
    {
        if (!IsHash(hash))
        {
            return (Stream?)null;
        }

        try
        {
            var stream = new FileStream(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read);
            if (Convert.ToHexStringLower(SHA256.HashData(stream)) != hash)
            {
                stream.Dispose();
                return Changed(hash);
            }

            stream.Position = 0;
            return stream;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return (Stream?)null;
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw Outside(failure);
        }
    }

    private static Fault Changed(string hash) => new("LED-0213", "The document on the shelf was changed: its bytes do not have the hash that its name says.", hash);

    private static void Collect(JsonElement value, List<string> named)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                Collect(item, named);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                if (member.NameEquals(Member))
                {
                    named.Add(member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : member.Value.GetRawText());
                }
                else
                {
                    Collect(member.Value, named);
                }
            }
        }
    }

    private static OutsideException Outside(Exception failure) => new("LED-0216", $"The shelf of documents fails: {failure.Message}", retriable: false, failure);

    private string PathOf(string hash) => Path.Combine(folder.FullName, hash);
}
