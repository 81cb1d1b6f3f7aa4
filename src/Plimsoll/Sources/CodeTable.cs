namespace Plimsoll.Sources;

/// <summary>Codes numbered in the order of first sight.</summary>
public sealed class CodeTable
{
    private readonly List<string> codes = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    /// <summary>Codes in order of their number.</summary>
    public IReadOnlyList<string> Codes => codes;

    /// <summary>How many codes this table and another have together.</summary>
    public int CountWith(CodeTable other) => codes.Count + other.codes.Count(c => !numbers.ContainsKey(c));

    /// <summary>Numbers all codes of another table.</summary>
    public void Add(CodeTable other)
    {
        foreach (var code in other.codes)
        {
            Number(code);
        }
    }

    /// <summary>Number of a code, given out on first sight.</summary>
    public int Number(string code)
    {
        if (!numbers.TryGetValue(code, out var number))
        {
            number = codes.Count;
            codes.Add(code);
            numbers.Add(code, number);
        }

        return number;
    }
}
