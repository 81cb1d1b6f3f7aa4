using System.CommandLine;
using Plimsoll.Agreements.Sealing;
using Plimsoll.Consultations;
using Plimsoll.Consultations.Record;
using Plimsoll.Host.Cli;
using Plimsoll.Host.Joint;
using Plimsoll.Trade;

namespace Plimsoll.Host.Cases;

/// <summary><c>plimsoll readouts [MEETING]</c></summary>
internal sealed class ReadoutsCommand : BookCommand
{
    private readonly Argument<string?> meeting = new("MEETING") { Description = "Id of a meeting (default: the newest).", Arity = ArgumentArity.ZeroOrOne };

    internal ReadoutsCommand(Terminal terminal, TimeProvider time)
        : base("readouts", "Compare what each party says was said at a meeting, point by point.", terminal, time) =>
        Arguments.Add(meeting);

    protected override int Run(ParseResult arguments, JointRecord record)
    {
        var book = RecordBook.Fold(RecordFile.Bundled, record.Entries);
        CaseText.Faults(Terminal, book.Faults);
        var wanted = arguments.GetValue(meeting) ?? book.Meetings.LastOrDefault(one => one.Date is not null)?.Id ?? "";
        if (book.Meetings.FirstOrDefault(one => one.Id == wanted) is not { } found)
        {
            return Refuse(new Fault("CON-0031", $"There is no record of such a meeting. There are {string.Join(", ", book.Meetings.Select(one => one.Id))}.", wanted));
        }

        if (WantsJson(arguments))
        {
            WriteJson(Document(found));
        }
        else
        {
            Show(found);
        }

        return CommandLine.Done;
    }

    private void Show(Meeting found)
    {
        Terminal.Out.WriteLine(EntryText.Plain($"{found.Id}: {found.Title}{(found.Place.Length == 0 ? "" : $", {found.Place}")}"));
        Terminal.Out.WriteLine(EntryText.Plain(found.Note.ReplaceLineEndings(" ").Trim()));
        foreach (var group in found.Compare().GroupBy(one => one.Verdict).OrderBy(group => group.Key))
        {
            Terminal.Out.WriteLine(Spelt.Of(group.Key).Replace('_', ' ').ToUpperInvariant());
            foreach (var line in group.SelectMany(one => Lines(found, one)))
            {
                Terminal.Out.WriteLine(EntryText.Plain(line));
            }
        }
    }

    private static IEnumerable<string> Lines(Meeting found, TopicComparison one)
    {
        yield return $"  {one.Title}";
        if (one.First is { } both && both == one.Second)
        {
            yield return $"    joint statement: {both.Text} {Sources(both)}";
            yield break;
        }

        foreach (var (party, point) in found.Parties.Zip([one.First, one.Second]))
        {
            yield return point is null ? $"    {party}: nothing was found" : $"    {party}{(point.By == party ? "" : " (joint statement)")}: {point.Text} {Sources(point)}";
        }

        foreach (var point in one.Others)
        {
            yield return $"    {point.By}: {point.Text} {Sources(point)}";
        }
    }

    private static string Sources(ReadoutPoint point) =>
        $"[{string.Join("; ", point.Sources.Select(source => $"{source.Publisher}, {Spelt.Of(source.Quality)}").Concat(point.Entry is { } entry ? [$"entry {entry}"] : []))}]";

    private static object Document(Meeting found) => new
    {
        found.Id,
        found.Title,
        found.Place,
        Date = CaseDocument.Day(found.Date),
        found.Parties,
        found.Note,
        Topics = found.Compare().Select(one => new
        {
            one.Topic,
            one.Title,
            Verdict = Spelt.Of(one.Verdict),
            First = Point(one.First),
            Second = Point(one.Second),
            Others = one.Others.Select(Point),
        }),
    };

    private static object? Point(ReadoutPoint? point) =>
        point is null ? null : new { point.By, point.Claim, point.Text, point.Entry, Sources = point.Sources.Select(SourceText.Document) };
}
