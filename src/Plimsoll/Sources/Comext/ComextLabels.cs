using System.Collections.Concurrent;

namespace Plimsoll.Sources.Comext;

/// <summary>The trade types, procedures and supplementary units of one file, shared by the blocks that are parsed side by side.</summary>
internal sealed class ComextLabels
{
    // A file has some sixty of these; each new one takes a number, and the store has 255 numbers for a release.
    private const int Limit = 200;
    private const int LongestLabel = 16;
    private readonly ConcurrentDictionary<string, bool> labels = new(StringComparer.Ordinal);

    /// <summary>True for a text that may be a label: known already, or of the right shape while there is room.</summary>
    internal bool Takes(string text)
    {
        var shaped = text.Length <= LongestLabel && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
        return shaped && (labels.ContainsKey(text) || (labels.Count < Limit && labels.TryAdd(text, true)) || labels.ContainsKey(text));
    }
}
