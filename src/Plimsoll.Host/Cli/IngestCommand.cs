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
        var store = NewStore(arguments);
        var options = new IngestOptions(arguments.GetValue(published), DryRun: arguments.GetValue(dryRun));
        var outcomes = new List<IngestOutcome>();
        foreach (var file in arguments.GetRequiredValue(files))
        {
            var taken = ProgressLine.Show(Terminal, Time, progress => store.Ingest(file, options, progress, cancel));
            outcomes.AddRange(taken);
            if (!WantsJson(arguments))
            {
                taken.ToList().ForEach(outcome => OutcomeText.Write(Terminal, outcome));
            }
        }

        if (WantsJson(arguments))
        {
            WriteJson(outcomes.Select(OutcomeText.Document));
        }

        return Task.FromResult(outcomes.Exists(o => o.Fault is not null) ? CommandLine.Failure : CommandLine.Done);
    }

    private static DateTimeOffset? Refuse(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError($"'{result.Tokens[0].Value}' is not a date. Write 2026-02-13 or 2026-02-13T11:00:00Z.");
        return null;
    }
}
