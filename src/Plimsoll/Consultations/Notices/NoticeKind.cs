namespace Plimsoll.Consultations.Notices;

/// <summary>What happened.</summary>
public enum NoticeKind
{
    /// <summary>A line changed its zone.</summary>
    ZoneChanged,

    /// <summary>A case was opened, or was open when somebody looked for the first time.</summary>
    CaseOpened,

    /// <summary>A case came to another state.</summary>
    CaseMoved,

    /// <summary>A party proposed an outcome, or the end of a case, which the other has not entered yet.</summary>
    StepProposed,

    /// <summary>A finding joined a case.</summary>
    CaseJoined,

    /// <summary>A revision took a finding of a case back.</summary>
    FindingWithdrawn,

    /// <summary>A party stated a position or an objection.</summary>
    PositionStated,

    /// <summary>The last day of a deadline is near.</summary>
    DeadlineNear,

    /// <summary>A deadline passed without its step.</summary>
    DeadlineLapsed,
}
