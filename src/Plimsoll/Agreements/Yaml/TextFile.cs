using Plimsoll.Trade;

namespace Plimsoll.Agreements.Yaml;

/// <summary>Text from disk.</summary>
internal static class TextFile
{
    internal static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new OutsideException("AGR-0014", $"Cannot read {path}: {failure.Message}", retriable: false, failure);
        }
    }
}
