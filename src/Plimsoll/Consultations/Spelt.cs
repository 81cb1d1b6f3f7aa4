using Plimsoll.Indicators;

namespace Plimsoll.Consultations;

/// <summary>Words of this stage as entries and commands write them.</summary>
public static class Spelt
{
    /// <summary>In lower case with underscores: <c>technical_talks</c>.</summary>
    public static string Of<T>(T word)
        where T : struct, Enum => Word<T>.Of(word);

    /// <summary>Null when the text is none of the words.</summary>
    public static T? Read<T>(string text)
        where T : struct, Enum => Word<T>.Parse(text);

    /// <summary>Every word, in order.</summary>
    public static IEnumerable<string> All<T>()
        where T : struct, Enum => Word<T>.All;
}
