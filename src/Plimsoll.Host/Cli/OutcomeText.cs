using System.Globalization;
using Plimsoll.Host.Joint;
using Plimsoll.Sources;
using Plimsoll.Store;

namespace Plimsoll.Host.Cli;

/// <summary>What became of an answer, for people and as JSON.</summary>
internal static class OutcomeText
{
    internal static void Write(Terminal terminal, IngestOutcome outcome)
    {
        terminal.Out.WriteLine(EntryText.Plain(Line(outcome)));
        foreach (var refusal in outcome.FirstRefusals)
        {
            terminal.Out.WriteLine($"  {EntryText.Plain(refusal.ToString())}");
        }

        if (outcome.Release is { } release && release.RowsRefused > outcome.FirstRefusals.Count && outcome.FirstRefusals.Count > 0)
        {
            terminal.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  and {release.RowsRefused - outcome.FirstRefusals.Count:N0} more: plimsoll releases --refused {release.Id}"));
        }
    }

    internal static object Document(IngestOutcome outcome) => new
    {
        outcome.Place,
        Release = outcome.Release?.Id,
        outcome.Release?.Source,
        outcome.Release?.Dataset,
        PublishedAt = outcome.Release?.PublishedAt,
        outcome.Release?.RowsIn,
        outcome.Release?.RowsStored,
        outcome.Release?.RowsRefused,
        outcome.AlreadyKnown,
        Fault = outcome.Fault is { } fault ? new { fault.Code, fault.Message, fault.Text } : null,
        Refused = outcome.FirstRefusals.Select(r => new { r.File, r.Line, r.Column, r.Fault.Code, r.Fault.Message, r.Fault.Text }),
    };

    private static string Line(IngestOutcome outcome) => outcome switch
    {
        { Fault: { } fault } => $"{outcome.Place}: refused. {fault}",
        { AlreadyKnown: true, Release: { } release } => $"{outcome.Place}: already in the store as release {release.Id}.",
        { Release: { } release } => string.Create(
            CultureInfo.InvariantCulture,
            $"{outcome.Place}: {release.Source} {release.Dataset}, published {release.PublishedAt:yyyy-MM-dd}{(release.Evidence == PublicationEvidence.File ? " or before (time of the file)" : "")}, {release.RowsIn:N0} records = {release.RowsStored:N0} stored + {release.RowsRefused:N0} refused."),
        _ => outcome.Place,
    };
}
