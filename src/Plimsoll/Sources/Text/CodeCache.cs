using Plimsoll.Trade;

namespace Plimsoll.Sources.Text;

/// <summary>Remembers what a code was read as, so that a text repeated in millions of records is parsed once.</summary>
internal sealed class CodeCache<T>(Func<string, Parsed<T>> read)
{
    /// <summary>Keeps the memory constant when a hostile file never repeats a code.</summary>
    private const int EntryLimit = 20_000;

    private const int LengthLimit = 64;

    private readonly Dictionary<string, Parsed<T>> known = new(StringComparer.Ordinal);

    internal Parsed<T> Get(ReadOnlySpan<char> text)
    {
        if (known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var parsed))
        {
            return parsed;
        }

        var code = text.ToString();
        parsed = read(code);
        if (code.Length <= LengthLimit)
        {
            if (known.Count == EntryLimit)
            {
                known.Clear();
            }

            known.Add(code, parsed);
        }

        return parsed;
    }
}
