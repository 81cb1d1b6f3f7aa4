using Plimsoll.Sources;

namespace Plimsoll.Store.Staging;

/// <summary>The codes of a table in ascending order, and the place of each number in it.</summary>
internal sealed class CodeOrder
{
    internal CodeOrder(CodeTable table)
    {
        var numbers = Enumerable.Range(0, table.Codes.Count).ToArray();
        Array.Sort(numbers, (a, b) => string.CompareOrdinal(table.Codes[a], table.Codes[b]));
        Codes = [.. numbers.Select(n => table.Codes[n])];
        Rank = new int[numbers.Length];
        for (var rank = 0; rank < numbers.Length; rank++)
        {
            Rank[numbers[rank]] = rank;
        }
    }

    /// <summary>Codes, ascending.</summary>
    internal string[] Codes { get; }

    /// <summary>Place of a table's number in <see cref="Codes"/>.</summary>
    internal int[] Rank { get; }
}
