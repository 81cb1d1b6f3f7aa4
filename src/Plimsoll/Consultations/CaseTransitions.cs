using static Plimsoll.Consultations.CaseState;

namespace Plimsoll.Consultations;

/// <summary>Which state may follow which. docs/consultations.md prints the same table.</summary>
public static class CaseTransitions
{
    private static readonly Dictionary<CaseState, CaseState[]> Next = new()
    {
        [EarlyWarning] = [Notified, Outcome],
        [Notified] = [Acknowledged, TechnicalTalks, PoliticalConsultation, Outcome],
        [Acknowledged] = [TechnicalTalks, PoliticalConsultation, Outcome],
        [TechnicalTalks] = [PoliticalConsultation, Outcome],
        [PoliticalConsultation] = [TechnicalTalks, Outcome],
        [Outcome] = [PoliticalConsultation, Outcome, Closed],
        [Closed] = [],
    };

    /// <summary>The states that may follow, in the order of the table.</summary>
    public static IReadOnlyList<CaseState> From(CaseState state) => Next[state];

    /// <summary>True when the step is in the table.</summary>
    public static bool Allow(CaseState from, CaseState to) => Next[from].Contains(to);
}
