namespace Plimsoll.Host.Mcp;

/// <summary>Releases, newest first.</summary>
/// <param name="Total">How many match.</param>
/// <param name="Releases">At most as many as asked for.</param>
internal sealed record ReleasesAnswer(int Total, IReadOnlyList<ReleaseAnswer> Releases);
