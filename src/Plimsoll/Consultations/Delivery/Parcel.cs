using Plimsoll.Consultations.Notices;

namespace Plimsoll.Consultations.Delivery;

/// <summary>A notice on its way to one receiver.</summary>
/// <param name="Receiver">Watch-list and channel, with a slash between them.</param>
/// <param name="Notice">What is told.</param>
/// <param name="Attempts">Made so far.</param>
/// <param name="Due">When the next is due.</param>
/// <param name="Said">Why the last one failed; empty when none did.</param>
public sealed record Parcel(string Receiver, Notice Notice, int Attempts, DateTimeOffset Due, string Said);
