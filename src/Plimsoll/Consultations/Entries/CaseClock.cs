using Plimsoll.Agreements.Terms;

namespace Plimsoll.Consultations.Entries;

/// <summary>The clock of a clause, as the entry that started it says.</summary>
/// <param name="Clock">Days, and whether they are working days of both parties.</param>
/// <param name="Parties">Codes of the parties.</param>
/// <param name="From">Day of the finding that started it; not counted itself.</param>
internal sealed record CaseClock(ConsultationClock Clock, IReadOnlyList<string> Parties, DateOnly From);
