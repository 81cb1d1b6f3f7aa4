namespace Plimsoll.Host.Mcp;

/// <summary>The agreement that is watched.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its name.</param>
/// <param name="Status"><c>illustrative</c>, <c>proposed</c>, <c>agreed</c> or <c>suspended</c>.</param>
/// <param name="Note">What a reader must know before believing a colour.</param>
/// <param name="Version">Counts up with every change of a number.</param>
/// <param name="Clauses">In order.</param>
internal sealed record AgreementAnswer(string Id, string Title, string Status, string Note, int Version, IReadOnlyList<ClauseAnswer> Clauses);
