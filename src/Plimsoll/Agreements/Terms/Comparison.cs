namespace Plimsoll.Agreements.Terms;

/// <summary>What a comparator says about a value and a limit. Values are compared as they are, never rounded.</summary>
public static class Comparison
{
    /// <summary>True when the value has crossed the limit.</summary>
    public static bool IsCrossed(this Comparator comparator, decimal value, decimal limit) => comparator switch
    {
        Comparator.Above => value > limit,
        Comparator.AtLeast => value >= limit,
        Comparator.Below => value < limit,
        _ => value <= limit,
    };

    /// <summary>True when the limit itself is not yet crossed.</summary>
    public static bool IsStrict(this Comparator comparator) => comparator is Comparator.Above or Comparator.Below;

    /// <summary>1 when larger is worse, −1 when smaller is worse: a difference times this grows with severity.</summary>
    public static int Sign(this Comparator comparator) => comparator is Comparator.Above or Comparator.AtLeast ? 1 : -1;

    /// <summary>As clauses write it: <c>&gt;</c>, <c>&gt;=</c>, <c>&lt;</c> or <c>&lt;=</c>.</summary>
    public static string Symbol(this Comparator comparator) => comparator switch
    {
        Comparator.Above => ">",
        Comparator.AtLeast => ">=",
        Comparator.Below => "<",
        _ => "<=",
    };
}
