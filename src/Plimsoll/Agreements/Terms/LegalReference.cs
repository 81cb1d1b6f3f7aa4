namespace Plimsoll.Agreements.Terms;

/// <summary>Where a clause comes from.</summary>
/// <param name="Title">Act, agreement or announcement.</param>
/// <param name="Article">Provision inside it; <c>none</c> when it is not divided.</param>
/// <param name="Link">Address at which it can be read.</param>
/// <param name="Date">Date of the text, for a legal act that of the official journal.</param>
public sealed record LegalReference(string Title, string Article, Uri Link, DateOnly Date);
