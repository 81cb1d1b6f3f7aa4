namespace Plimsoll.Ledger;

/// <summary>Everything official that can happen: the closed list of kinds of entries. An entry writes its kind in lower case with hyphens.</summary>
public enum EntryKind
{
    /// <summary>A key may sign from the next entry on; in the first entry, from that entry on.</summary>
    KeyIntroduced,

    /// <summary>A key takes the place of another.</summary>
    KeyRotated,

    /// <summary>A key may not sign any more.</summary>
    KeyRevoked,

    /// <summary>A party puts the text of an agreement, or of a new version, to the other.</summary>
    AgreementProposed,

    /// <summary>A party answers a proposal with another text.</summary>
    AgreementCountered,

    /// <summary>A party accepts a proposed text; with both acceptances it is agreed.</summary>
    AgreementAdopted,

    /// <summary>An agreement rests.</summary>
    AgreementSuspended,

    /// <summary>An agreement ended.</summary>
    AgreementExpired,

    /// <summary>A release of a source is in use, by its hash.</summary>
    ReleaseRegistered,

    /// <summary>The findings of a month, with everything that they were computed from, by hash.</summary>
    AssessmentSealed,

    /// <summary>The other party computed a sealed assessment again and came to the same.</summary>
    AssessmentCountersigned,

    /// <summary>The other party computed a sealed assessment again and came to something else, named.</summary>
    AssessmentDisputed,

    /// <summary>Findings led into a consultation.</summary>
    CaseOpened,

    /// <summary>A further finding belongs to a case.</summary>
    CaseJoined,

    /// <summary>A case moved on.</summary>
    CaseStepTaken,

    /// <summary>A deadline passed without its step.</summary>
    CaseDeadlineLapsed,

    /// <summary>A revision of data withdrew a finding of a case.</summary>
    CaseFindingWithdrawn,

    /// <summary>A party stated its position or objection in a case.</summary>
    CasePositionStated,

    /// <summary>A case ended with an outcome.</summary>
    CaseClosed,

    /// <summary>A party undertook something.</summary>
    CommitmentRecorded,

    /// <summary>How far a commitment is kept.</summary>
    CommitmentReviewed,

    /// <summary>What a party says was said.</summary>
    ReadoutRecorded,

    /// <summary>Somebody took note of an alarm.</summary>
    AlarmAcknowledged,

    /// <summary>A checkpoint of the other party's log was found consistent and cosigned.</summary>
    CheckpointCosigned,
}
