using Plimsoll.Ledger.Notes;
using Plimsoll.Trade;

namespace Plimsoll.Ledger.Files;

/// <summary>A private key on disk, in a file that its owner alone can read, or in an environment variable.</summary>
public static class KeyFile
{
    /// <summary>The environment variable that goes before any file.</summary>
    public const string Variable = "PLIMSOLL_KEY";

    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = (UnixFileMode)0b000_111_111;

    /// <summary>
    /// Reads a key. Faults: <c>LED-0013</c> no such file, <c>LED-0010</c> others can read it, <c>LED-0011</c> it holds something
    /// else. An <see cref="OutsideException"/> <c>LED-0020</c> when the disk does not give it.
    /// </summary>
    public static Parsed<SigningKey> Read(FileInfo file)
    {
        try
        {
            using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read);

            // Asked of the open file, so that nobody can exchange it in between.
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(stream.SafeFileHandle) & Others) != UnixFileMode.None)
            {
                return new Fault("LED-0010", "Others than its owner can read the file of the private key. 'chmod 600' it, and rotate the key if anybody may have read it.", file.FullName);
            }

            using var reader = new StreamReader(stream);
            return SigningKey.Parse(reader.ReadToEnd());
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return new Fault("LED-0013", $"There is no private key. 'plimsoll key new' makes one; {Variable} can hold one.", file.FullName);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw new OutsideException("LED-0020", $"The private key cannot be read: {failure.Message}", retriable: false, failure);
        }
    }

    /// <summary>Puts the file of a new key in the place of the old one; an <see cref="OutsideException"/> <c>LED-0020</c> when the disk refuses.</summary>
    public static void Replace(FileInfo next, FileInfo file)
    {
        try
        {
            File.Move(next.FullName, file.FullName, overwrite: true);
            FolderFlush.Run(file.Directory!);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw new OutsideException("LED-0020", $"The new key is in {next.FullName} and could not be moved: {failure.Message}", retriable: true, failure);
        }
    }

    /// <summary>The key in the environment variable when there is one, else that of the file.</summary>
    public static Parsed<SigningKey> Find(FileInfo file) =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? SigningKey.Parse(text) : Read(file);

    /// <summary>Writes a key into a new file of mode 0600. Never over a file: a key that was lost signs nothing any more.</summary>
    public static void Write(FileInfo file, SigningKey key)
    {
        try
        {
            file.Directory!.Create();
            WholeFile.Write(file, System.Text.Encoding.UTF8.GetBytes($"{key.Secret()}\n"), Owner, isNew: true);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw new OutsideException("LED-0020", $"The private key cannot be written: {failure.Message}", retriable: false, failure);
        }
    }
}
