namespace Plimsoll.Consultations;

/// <summary>Where a case stands. An entry writes it in lower case with underscores.</summary>
public enum CaseState
{
    /// <summary>A finding opened it; nobody has told the other party officially.</summary>
    EarlyWarning,

    /// <summary>One party has told the other.</summary>
    Notified,

    /// <summary>The other party has said that it knows.</summary>
    Acknowledged,

    /// <summary>Officials talk about figures and causes.</summary>
    TechnicalTalks,

    /// <summary>Ministers or their deputies talk.</summary>
    PoliticalConsultation,

    /// <summary>The parties say how it ended.</summary>
    Outcome,

    /// <summary>Nothing more is expected.</summary>
    Closed,
}
