namespace Plimsoll.Host.Mcp;

/// <summary>Codes that match.</summary>
/// <param name="Codes">The best first.</param>
internal sealed record CodesAnswer(IReadOnlyList<CodeAnswer> Codes);
