namespace Plimsoll.Host.Mcp;

/// <summary>A clause of the agreement.</summary>
/// <param name="Id">Takes part in the id of each finding.</param>
/// <param name="Title">Short name.</param>
/// <param name="Text">The words.</param>
/// <param name="Limits">The limits in force, a line each.</param>
/// <param name="Basis">Whose figures count.</param>
/// <param name="Reference">Where the words come from.</param>
/// <param name="Permalink">Its page.</param>
internal sealed record ClauseAnswer(string Id, string Title, string Text, IReadOnlyList<string> Limits, string Basis, string Reference, string Permalink);
