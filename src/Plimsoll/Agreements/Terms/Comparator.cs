namespace Plimsoll.Agreements.Terms;

/// <summary>On which side of a limit a value has crossed it, and whether the limit itself counts. Legal texts differ: "more than" is <see cref="Above"/>, "at least" is <see cref="AtLeast"/>.</summary>
public enum Comparator
{
    /// <summary><c>&gt;</c>: the limit itself is not crossed.</summary>
    Above,

    /// <summary><c>&gt;=</c>: the limit itself is crossed.</summary>
    AtLeast,

    /// <summary><c>&lt;</c>: the limit itself is not crossed.</summary>
    Below,

    /// <summary><c>&lt;=</c>: the limit itself is crossed.</summary>
    AtMost,
}
