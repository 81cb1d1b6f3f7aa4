using Plimsoll.Consultations.Notices;

namespace Plimsoll.Consultations.Delivery;

/// <summary>What goes to a receiver at once: one notice to a webhook, a digest of several by mail.</summary>
/// <param name="Id">Stays the same however often it is sent; with a single notice, the notice's own.</param>
/// <param name="Receiver">Watch-list and channel, with a slash between them.</param>
/// <param name="Notices">At least one, in order.</param>
/// <param name="Attempts">Made so far.</param>
/// <param name="Since">When the first was made; null before it.</param>
/// <param name="Due">When the next is due.</param>
public sealed record Batch(Guid Id, string Receiver, IReadOnlyList<Notice> Notices, int Attempts, DateTimeOffset? Since, DateTimeOffset Due);
