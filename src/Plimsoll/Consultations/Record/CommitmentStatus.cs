namespace Plimsoll.Consultations.Record;

/// <summary>How far a commitment is kept, as a party says with evidence.</summary>
public enum CommitmentStatus
{
    /// <summary>Nobody has said otherwise.</summary>
    Open,

    /// <summary>Kept.</summary>
    Kept,

    /// <summary>Not kept in time, still to come.</summary>
    Late,

    /// <summary>Not kept.</summary>
    Broken,

    /// <summary>Another commitment took its place.</summary>
    Superseded,
}
