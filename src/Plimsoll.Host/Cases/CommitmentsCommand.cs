using System.CommandLine;
using System.Globalization;
using Plimsoll.Consultations;
using Plimsoll.Consultations.Record;
using Plimsoll.Host.Cli;
using Plimsoll.Host.Joint;
using Plimsoll.Ledger;

namespace Plimsoll.Host.Cases;

/// <summary><c>plimsoll commitments</c></summary>
internal sealed class CommitmentsCommand : BookCommand
{
    private readonly Option<string?> workstream = new("--workstream") { Description = $"Only this work area: {string.Join(", ", Spelt.All<Workstream>())}." };

    internal CommitmentsCommand(Terminal terminal, TimeProvider time)
        : base("commitments", "Show what the parties promised: who, what, by when, how it is measured, and what became of it.", terminal, time)
    {
        Options.Add(workstream);
        workstream.AcceptOnlyFromAmong([.. Spelt.All<Workstream>()]);
    }

    protected override int Run(ParseResult arguments, IReadOnlyList<Entry> entries)
    {
        var book = RecordBook.Fold(RecordFile.Bundled, entries);
        CaseText.Faults(Terminal, book.Faults);
        var listed = book.Commitments.Where(one => arguments.GetValue(workstream) is not { } only || Spelt.Of(one.Workstream) == only).ToList();
        if (WantsJson(arguments))
        {
            WriteJson(listed.Select(Document));
            return CommandLine.Done;
        }

        foreach (var group in listed.GroupBy(one => one.Workstream).OrderBy(group => group.Key))
        {
            Terminal.Out.WriteLine(Spelt.Of(group.Key).ToUpperInvariant());
            foreach (var line in group.SelectMany(Lines))
            {
                Terminal.Out.WriteLine(EntryText.Plain(line));
            }
        }

        return CommandLine.Done;
    }

    private IEnumerable<string> Lines(Commitment one)
    {
        var said = one.SaidBy.Count == 1 ? $" Said by {one.SaidBy[0]} only." : "";
        yield return $"  {one.Id}: {one.What} {string.Join(" and ", one.Who)}, {one.Due}.{said}";
        yield return $"    {Spelt.Of(one.Status)}{(one.IsOverdue(Today) ? ", and its day is over" : "")}; {(one.Measure is { } clause ? $"measured by the clause {clause}" : $"shown by: {one.Record}")}";
        foreach (var review in one.Reviews)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"    {review.At:yyyy-MM-dd}  {review.By}: {Spelt.Of(review.Status)}. {review.Evidence}{(review.Link is null ? "" : $" {review.Link}")}");
        }

        foreach (var source in one.Sources)
        {
            yield return $"    {SourceText.Line(source)}";
        }
    }

    private object Document(Commitment one) => new
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
        Overdue = one.IsOverdue(Today),
        Reviews = one.Reviews.Select(review => new { review.By, review.At, Status = Spelt.Of(review.Status), review.Evidence, review.Link }),
        Sources = one.Sources.Select(SourceText.Document),
    };
}
