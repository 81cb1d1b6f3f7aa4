namespace Plimsoll.Consultations.Record;

/// <summary>A meeting of the parties, with what was said of it.</summary>
/// <param name="Id">Its day, or a name of the same form as an agreement's id.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Place">Place; empty when not known.</param>
/// <param name="Date">Its first day; null when not known.</param>
/// <param name="Parties">Codes of the two parties, in the order of the columns.</param>
/// <param name="Note">What a reader must know before believing the points.</param>
/// <param name="Points">Of all, in the order of the record.</param>
public sealed record Meeting(string Id, string Title, string Place, DateOnly? Date, IReadOnlyList<string> Parties, string Note, IReadOnlyList<ReadoutPoint> Points)
{
    /// <summary>Every topic, in the order of the record, with how the two readouts stand to each other on it.</summary>
    public IReadOnlyList<TopicComparison> Compare() => [.. Points.GroupBy(point => point.Topic, StringComparer.Ordinal).Select(topic => Compare([.. topic]))];

    private TopicComparison Compare(IReadOnlyList<ReadoutPoint> points)
    {
        var (first, second) = (Of(points, Parties[0]), Of(points, Parties[1]));
        var verdict = (first, second) switch
        {
            (null, null) => Verdict.ByNeither,
            (not null, not null) => first.Claim == second.Claim ? Verdict.SaidByBoth : Verdict.Differing,
            _ => Verdict.ByOneOnly,
        };
        return new TopicComparison(points[0].Topic, points[0].Title, verdict, first, second, [.. points.Where(point => point != first && point != second)]);
    }

    // What a party recorded itself goes before what is reported of it, and its own words before the joint statement.
    private static ReadoutPoint? Of(IReadOnlyList<ReadoutPoint> points, string party) =>
        points.LastOrDefault(point => point.By == party && point.Entry is not null)
        ?? points.FirstOrDefault(point => point.By == party)
        ?? points.FirstOrDefault(point => point.By == ReadoutPoint.Joint);
}
