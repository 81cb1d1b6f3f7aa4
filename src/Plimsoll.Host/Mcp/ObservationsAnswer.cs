namespace Plimsoll.Host.Mcp;

/// <summary>Published figures.</summary>
/// <param name="Total">How many match.</param>
/// <param name="Observations">At most as many as asked for.</param>
internal sealed record ObservationsAnswer(int Total, IReadOnlyList<ObservationAnswer> Observations);
