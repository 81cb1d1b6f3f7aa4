using Plimsoll.Indicators;

namespace Plimsoll.Consultations.Notices;

/// <summary>Which names are meant: a name, or its beginning and a star; a star alone means all.</summary>
/// <param name="Text">As written, e.g. <c>import-surge</c> or <c>EU27_2020.CN.8505*</c>.</param>
public sealed record LinePattern(string Text)
{
    private const char Any = '*';

    /// <summary>True when a pattern can be written so: without blanks, and with a star only at its end.</summary>
    public static bool IsPattern(string text) => text.Length > 0 && !text.Any(char.IsWhiteSpace) && text.IndexOf(Any, StringComparison.Ordinal) is var star && (star < 0 || star == text.Length - 1);

    /// <summary>True when the name is meant.</summary>
    public bool Matches(string name) => Text[^1] == Any ? name.StartsWith(Text[..^1], StringComparison.Ordinal) : name == Text;

    /// <summary>A subject as patterns name it: reporter, partner and product with points between them.</summary>
    internal static string NameOf(Subject subject) => $"{subject.Reporter}.{subject.Partner}.{subject.Product}";
}
