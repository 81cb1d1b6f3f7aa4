namespace Plimsoll.Consultations.Delivery;

/// <summary>What a round did.</summary>
/// <param name="Delivered">Notices that receivers took.</param>
/// <param name="Failures">What went wrong, with the receiver's name and a code.</param>
/// <param name="NextDue">When something is due again; null when nothing waits.</param>
public sealed record DeliveryReport(int Delivered, IReadOnlyList<string> Failures, DateTimeOffset? NextDue);
