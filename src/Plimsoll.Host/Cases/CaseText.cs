using System.Globalization;
using Plimsoll.Consultations;
using Plimsoll.Host.Cli;
using Plimsoll.Host.Joint;

namespace Plimsoll.Host.Cases;

/// <summary>Cases for people. What a party wrote is shown without the characters that steer a terminal.</summary>
internal static class CaseText
{
    internal static void List(Terminal terminal, IEnumerable<Case> cases)
    {
        foreach (var one in cases)
        {
            var (withdrawn, marked) = (one.Findings.Count(finding => finding.Withdrawn), one.Findings.Count(finding => !finding.Withdrawn && finding.WithdrawnBy.Count > 0));
            string[] stands = [.. one.Outcome is { } outcome ? [Spelt.Of(outcome)] : Array.Empty<string>(), .. one.Proposals.Where(proposal => proposal.Stands).Select(Proposed)];
            terminal.Out.WriteLine(EntryText.Plain(string.Create(
                CultureInfo.InvariantCulture,
                $"{one.Id}  {Spelt.Of(one.State)}{(stands.Length == 0 ? "" : $" ({string.Join("; ", stands)})")}, opened {one.OpenedAt:yyyy-MM-dd}, {one.Findings.Count} findings{(withdrawn == 0 ? "" : $", {withdrawn} withdrawn by a revision")}{(marked == 0 ? "" : $", {marked} marked withdrawn by one party")}, {one.Status}")));
            foreach (var deadline in one.Deadlines.Where(deadline => one.IsOpen && deadline.MetOn is null))
            {
                terminal.Out.WriteLine($"  {Line(deadline)}");
            }
        }
    }

    internal static void Show(Terminal terminal, Case one)
    {
        List(terminal, [one]);
        var lines = new List<string> { one.Parties.Count == 1 ? $"  Of {one.Parties[0]} alone: no agreement was adopted with another ledger" : $"  Between {string.Join(" and ", one.Parties)}" };
        lines.AddRange(one.Deadlines.Where(deadline => deadline.MetOn is not null || !one.IsOpen).Select(deadline => $"  {Line(deadline)}"));
        lines.Add("Findings");
        lines.AddRange(one.Findings.SelectMany(Lines));
        lines.Add("Steps");
        lines.AddRange(one.Steps.Select(Line));
        lines.AddRange(one.Proposals.Select(proposal => $"{Line(proposal.Step)} [{(proposal.Stands ? $"proposed, waits for {string.Join(" and ", proposal.WaitsFor)}" : "proposed, no longer stands")}]"));
        lines.Add("Positions");
        lines.AddRange(one.Positions.Select(position => string.Create(
            CultureInfo.InvariantCulture,
            $"  {position.At:yyyy-MM-dd}  {position.By}{(position.Objection ? " objects" : "")}{(position.Finding is null ? "" : $" to {position.Finding}")}: {position.Text}{Link(position.Link)}")));
        lines.Add($"May go to: {(one.IsOpen ? string.Join(", ", CaseTransitions.From(one.State).Select(Spelt.Of)) : "nothing, it is closed")}.");
        lines.AddRange(one.Proposals.Where(proposal => proposal.Stands).Select(proposal => $"Open: {Proposed(proposal)}. The same step by {string.Join(" and ", proposal.WaitsFor)} confirms it."));
        foreach (var line in lines)
        {
            terminal.Out.WriteLine(EntryText.Plain(line));
        }
    }

    /// <summary>Each deadline once, however many of its reminders have come.</summary>
    internal static void Remind(Terminal terminal, IEnumerable<Reminder> reminders)
    {
        foreach (var reminder in reminders.DistinctBy(one => (one.Case, one.Deadline.Id)))
        {
            terminal.Out.WriteLine(EntryText.Plain(string.Create(CultureInfo.InvariantCulture, $"Due soon: {reminder.Deadline.Id} of {reminder.Case}, {reminder.Deadline.Due}.")));
        }
    }

    internal static void Faults(Terminal terminal, IEnumerable<BookFault> faults)
    {
        foreach (var fault in faults)
        {
            terminal.Error.WriteLine(EntryText.Plain(fault.ToString()));
        }
    }

    private static string Line(CaseDeadline deadline)
    {
        var stands = (deadline.MetOn, deadline.LapsedOn) switch
        {
            ({ } met, null) => string.Create(CultureInfo.InvariantCulture, $"met on {met:yyyy-MM-dd}{(deadline.Late ? ", late" : "")}"),
            ({ } met, { } lapsed) => string.Create(CultureInfo.InvariantCulture, $"lapsed, entered on {lapsed:yyyy-MM-dd}; met late on {met:yyyy-MM-dd}"),
            (null, { } lapsed) => string.Create(CultureInfo.InvariantCulture, $"lapsed, entered on {lapsed:yyyy-MM-dd}"),
            _ => deadline.Due.Provisional is { } why ? $"open, provisional: {why}" : "open",
        } + (deadline.MetOn is null ? $"; waits for {string.Join(" and ", deadline.WaitsFor)}" : "");
        return string.Create(CultureInfo.InvariantCulture, $"{deadline.Id} due {deadline.Due.Day:yyyy-MM-dd}, {deadline.Days} {deadline.Count} after {deadline.From:yyyy-MM-dd}: {stands}");
    }

    private static IEnumerable<string> Lines(CaseFinding finding)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"  {finding.Now.Zone}  {finding.Id}, since {finding.Since:yyyy-MM-dd}, {finding.Limits}, {finding.Status}{Withdrawn(finding)}");
        foreach (var vintage in finding.Vintages)
        {
            yield return $"    {vintage.Zone}: {vintage.Value ?? "no value"} {vintage.Unit}, known at {vintage.KnownAt ?? "an unknown time"}, entered by {vintage.By}, {(vintage.Releases is [var only] ? $"release {only}" : $"{vintage.Releases.Count} releases")}";
        }
    }

    private static string Withdrawn(CaseFinding finding) => finding switch
    {
        { Withdrawn: true } => ", WITHDRAWN by a revision",
        { WithdrawnBy.Count: > 0 } => $", marked withdrawn by {string.Join(" and ", finding.WithdrawnBy)}, and not by the other",
        _ => "",
    };

    private static string Proposed(CaseProposal proposal) =>
        $"{(proposal.Step.To == CaseState.Closed ? "closing" : $"outcome {Spelt.Of(proposal.Step.Outcome!.Value)}")} proposed by {proposal.Step.By}, waits for {string.Join(" and ", proposal.WaitsFor)}";

    private static string Line(CaseStep step) => string.Create(
        CultureInfo.InvariantCulture,
        $"  {step.At:yyyy-MM-dd}  {Spelt.Of(step.To)}{(step.Confirms ? " (confirmed)" : "")}{(step.Outcome is { } outcome ? $": {Spelt.Of(outcome)}" : "")}{(step.TakenBy is null ? "" : $", taken by {step.TakenBy}: {step.Reference}")}, by {step.By}: {step.Note}{Link(step.Link)}");

    private static string Link(string? link) => link is null ? "" : $" {link}";
}
