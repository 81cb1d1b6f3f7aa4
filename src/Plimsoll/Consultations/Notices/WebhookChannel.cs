namespace Plimsoll.Consultations.Notices;

/// <summary>A program that is called with each notice.</summary>
/// <param name="Id">Unique in the list.</param>
/// <param name="Address">https; http only on this machine.</param>
/// <param name="Secret">Where the secret is that signs: <c>env:NAME</c> or <c>file:PATH</c>.</param>
/// <param name="Loopback">True when the program may be on this machine; an address that leads into a private network is refused in any case.</param>
public sealed record WebhookChannel(string Id, Uri Address, string Secret, bool Loopback);
