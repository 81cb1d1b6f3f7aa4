namespace Plimsoll.Agreements.Terms;

/// <summary>Whose figures count. The two sides' series are never merged.</summary>
public enum Basis
{
    /// <summary>Those of the subject's reporter.</summary>
    Reporter,

    /// <summary>The partner's, about the same trade: its exports for the reporter's imports.</summary>
    Counterpart,

    /// <summary>A limit is crossed when it is crossed on both sides' figures.</summary>
    Both,

    /// <summary>A limit is crossed when it is crossed on one side's figures.</summary>
    Either,
}
