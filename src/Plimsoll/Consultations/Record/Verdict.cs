namespace Plimsoll.Consultations.Record;

/// <summary>How two readouts stand to each other on a topic.</summary>
public enum Verdict
{
    /// <summary>Both say the same.</summary>
    SaidByBoth,

    /// <summary>Both speak of it, and say something different.</summary>
    Differing,

    /// <summary>One speaks of it, and nothing was found of the other.</summary>
    ByOneOnly,

    /// <summary>Only reported by others; not compared.</summary>
    ByNeither,
}
