namespace Plimsoll.Agreements.Terms;

/// <summary>How long the parties have to meet.</summary>
/// <param name="Days">Days from the finding.</param>
/// <param name="WorkingDays">True when only working days are counted.</param>
public sealed record ConsultationClock(int Days, bool WorkingDays);
