using Plimsoll.Trade;

namespace Plimsoll.Ledger.Files;

/// <summary>The newest checkpoint once more, beside the database: without it a database that was cut back to an earlier state would look whole.</summary>
internal sealed class CheckpointFile(FileInfo file)
{
    /// <summary>Null when there is none.</summary>
    internal string? Read()
    {
        try
        {
            return File.ReadAllText(file.FullName);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw Outside(failure);
        }
    }

    /// <summary>Puts a new checkpoint in the place of the old one, whole or not at all.</summary>
    internal void Write(string note)
    {
        try
        {
            WholeFile.Write(file, System.Text.Encoding.UTF8.GetBytes(note));
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw Outside(failure);
        }
    }

    private static OutsideException Outside(Exception failure) =>
        new("LED-0020", $"The checkpoint beside the ledger fails: {failure.Message}", retriable: false, failure);
}
