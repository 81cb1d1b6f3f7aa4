namespace Plimsoll.Consultations;

/// <summary>What a colour leads to in a case.</summary>
public enum CaseEffect
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The finding is listed in an open case of its scope, and opens none.</summary>
    Listing,

    /// <summary>A case in early warning, without a clock.</summary>
    Signal,

    /// <summary>A case in early warning, in which the clause's clock runs.</summary>
    Consultation,
}
