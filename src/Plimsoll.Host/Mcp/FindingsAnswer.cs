namespace Plimsoll.Host.Mcp;

/// <summary>Findings, the worst first.</summary>
/// <param name="Total">How many match.</param>
/// <param name="Findings">At most as many as asked for.</param>
/// <param name="Note">What a reader must know before believing a colour.</param>
internal sealed record FindingsAnswer(int Total, IReadOnlyList<FindingAnswer> Findings, string Note);
