namespace Plimsoll.Agreements.Terms;

/// <summary>Whether a clause looks at a group as one, or at each of its members.</summary>
public enum ReporterLevel
{
    /// <summary>The reporters as they are named.</summary>
    Group,

    /// <summary>Each member of a named group on its own.</summary>
    EachMember,
}
