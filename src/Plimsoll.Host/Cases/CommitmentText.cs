using System.Globalization;
using Plimsoll.Consultations;
using Plimsoll.Consultations.Record;
using Plimsoll.Host.Cli;
using Plimsoll.Host.Joint;

namespace Plimsoll.Host.Cases;

/// <summary>Commitments for people and as JSON. What a party wrote is shown without the characters that steer a terminal.</summary>
internal static class CommitmentText
{
    internal static void Show(Terminal terminal, IEnumerable<Commitment> commitments, DateOnly today)
    {
        foreach (var line in commitments.SelectMany(one => Lines(one, today)))
        {
            terminal.Out.WriteLine(EntryText.Plain(line));
        }
    }

    internal static object Document(Commitment one, DateOnly today) => new
    {
        one.Id,
        one.Meeting,
        Workstream = Spelt.Of(one.Workstream),
        one.Who,
        one.SaidBy,
        one.What,
        one.Due,
        DueBy = CaseDocument.Day(one.DueBy),
        one.Measure,
        one.Record,
        Status = Spelt.Of(one.Status),
        Overdue = one.IsOverdue(today),
        Reviews = one.Reviews.Select(review => new { review.By, review.At, Status = Spelt.Of(review.Status), review.Evidence, review.Link }),
        Sources = one.Sources.Select(SourceText.Document),
    };

    private static IEnumerable<string> Lines(Commitment one, DateOnly today)
    {
        var said = one.SaidBy.Count == 1 ? $" Said by {one.SaidBy[0]} only." : "";
        yield return $"  {one.Id}: {one.What} {string.Join(" and ", one.Who)}, {one.Due}.{said}";
        yield return $"    {Spelt.Of(one.Status)}{(one.IsOverdue(today) ? ", and its day is over" : "")}; {(one.Measure is { } clause ? $"measured by the clause {clause}" : $"shown by: {one.Record}")}";
        foreach (var review in one.Reviews)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"    {review.At:yyyy-MM-dd}  {review.By}: {Spelt.Of(review.Status)}. {review.Evidence}{(review.Link is null ? "" : $" {review.Link}")}");
        }

        foreach (var source in one.Sources)
        {
            yield return $"    {SourceText.Line(source)}";
        }
    }
}
