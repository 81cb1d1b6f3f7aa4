namespace Plimsoll.Consultations.Notices;

/// <summary>A digest by mail.</summary>
/// <param name="Id">Unique in the list.</param>
/// <param name="From">Sender's address.</param>
/// <param name="To">Addresses, at least one.</param>
/// <param name="Host">Name of the mail server.</param>
/// <param name="Port">Its port.</param>
/// <param name="Security">How the connection is kept secret.</param>
/// <param name="User">Name to sign in with; null when the server wants none.</param>
/// <param name="Secret">Where the password is: <c>env:NAME</c> or <c>file:PATH</c>; null without a user.</param>
public sealed record MailChannel(string Id, string From, IReadOnlyList<string> To, string Host, int Port, MailSecurity Security, string? User, string? Secret);
