namespace Plimsoll.Consultations;

/// <summary>How a case ended, as a party says.</summary>
public enum CaseOutcome
{
    /// <summary>A party says that it took a measure of its own. This program never takes or proposes one.</summary>
    Measure,

    /// <summary>A party undertook something.</summary>
    Undertaking,

    /// <summary>Nothing is to be done.</summary>
    NoAction,

    /// <summary>The parties do not agree.</summary>
    Disputed,
}
