using System.CommandLine;
using System.Globalization;
using Plimsoll.Store;

namespace Plimsoll.Host.Cli;

/// <summary><c>plimsoll ingest FILE…</c></summary>
internal sealed class IngestCommand : StoreCommand
{
    private readonly Argument<FileInfo[]> files = new("FILE")
    {
        Description = "Files as received from a source: plain, .gz, .zip or .7z.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Read and check, store nothing." };

    private readonly Option<DateTimeOffset?> published = new("--published")
    {
        Description = "When the source published the files, for files that do not say so (default: the time of the file).",
        CustomParser = result => DateTimeOffset.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : Refuse(result),
    };

    internal IngestCommand(Terminal terminal, TimeProvider time)
        : base("ingest", "Take files of official statistics into the store.", terminal, time)
    {
        Arguments.Add(files);
        Options.Add(dryRun);
        Options.Add(published);
    }

    protected override Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        var store = Store(arguments);
        var options = new IngestOptions(arguments.GetValue(published), DryRun: arguments.GetValue(dryRun));
        var outcomes = new List<IngestOutcome>();
        foreach (var file in arguments.GetRequiredValue(files))
        {
            outcomes.AddRange(ProgressLine.Show(Terminal, Time, progress => store.Ingest(file, options, progress, cancel)));
            if (!WantsJson(arguments))
            {
                Show(outcomes[^1..]);
            }
        }

        if (WantsJson(arguments))
        {
            WriteJson(outcomes.Select(Document));
        }

        return Task.FromResult(outcomes.Exists(o => o.Fault is not null) ? CommandLine.Failure : CommandLine.Done);
    }

    private static DateTimeOffset? Refuse(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError($"'{result.Tokens[0].Value}' is not a date. Write 2026-02-13 or 2026-02-13T11:00:00Z.");
        return null;
    }

    private static object Document(IngestOutcome outcome) => new
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

    private void Show(IEnumerable<IngestOutcome> outcomes)
    {
        foreach (var outcome in outcomes)
        {
            Terminal.Out.WriteLine(Line(outcome));
            foreach (var refusal in outcome.FirstRefusals)
            {
                Terminal.Out.WriteLine($"  {refusal}");
            }
        }
    }

    private static string Line(IngestOutcome outcome) => outcome switch
    {
        { Fault: { } fault } => $"{outcome.Place}: refused. {fault}",
        { AlreadyKnown: true, Release: { } release } => $"{outcome.Place}: already in the store as release {release.Id}.",
        { Release: { } release } => string.Create(
            CultureInfo.InvariantCulture,
            $"{outcome.Place}: {release.Source} {release.Dataset}, published {release.PublishedAt:yyyy-MM-dd}, {release.RowsIn:N0} records = {release.RowsStored:N0} stored + {release.RowsRefused:N0} refused."),
        _ => outcome.Place,
    };
}
