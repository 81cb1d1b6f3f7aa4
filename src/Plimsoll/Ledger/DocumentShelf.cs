using System.Security.Cryptography;
using Plimsoll.Trade;

namespace Plimsoll.Ledger;

/// <summary>
/// Documents that entries name by their hash: texts of agreements, sealed assessments. A file's name is the hash of what is in it, so
/// nothing is ever changed. A failing disk is an <see cref="OutsideException"/> <c>LED-0020</c>.
/// </summary>
public sealed class DocumentShelf(DirectoryInfo folder)
{
    private const int HashLength = 2 * SHA256.HashSizeInBytes;

    /// <summary>True for the form of a document's name: 64 hexadecimal digits in lower case.</summary>
    public static bool IsName(string text) => text.Length == HashLength && text.All(char.IsAsciiHexDigitLower);

    /// <summary>Keeps a document and gives its name. When it returns, the document is on the disk.</summary>
    public string Put(ReadOnlySpan<byte> document)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(document));
        var file = Path.Combine(folder.FullName, name);
        try
        {
            folder.Create();
            var next = Path.Combine(folder.FullName, $"{name}.{Guid.NewGuid():N}.next");
            using (var stream = new FileStream(next, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                stream.Write(document);
                stream.Flush(flushToDisk: true);
            }

            File.Move(next, file, overwrite: true);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw new OutsideException("LED-0020", $"A document cannot be kept: {failure.Message}", retriable: false, failure);
        }

        return name;
    }

    /// <summary>The document of a name; null when it is not here, a fault <c>LED-0026</c> when what is here is not it.</summary>
    public Parsed<byte[]?> Find(string name)
    {
        if (!IsName(name))
        {
            return new Fault("LED-0026", "A document is named by 64 hexadecimal digits in lower case.", name);
        }

        var file = new FileInfo(Path.Combine(folder.FullName, name));
        if (!file.Exists)
        {
            return (byte[]?)null;
        }

        try
        {
            var bytes = File.ReadAllBytes(file.FullName);
            return string.Equals(Convert.ToHexStringLower(SHA256.HashData(bytes)), name, StringComparison.Ordinal)
                ? bytes
                : new Fault("LED-0026", "The document on the disk is not the one of its name. Delete the file and fetch it again.", name);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw new OutsideException("LED-0020", $"A document cannot be read: {failure.Message}", retriable: false, failure);
        }
    }
}
