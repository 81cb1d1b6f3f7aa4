using System.CommandLine;
using System.CommandLine.Parsing;
using Plimsoll.Sources.Fetch;
using Plimsoll.Store;
using Plimsoll.Trade;

namespace Plimsoll.Host.Cli;

/// <summary><c>plimsoll fetch comext|gacc|ecb</c></summary>
internal sealed class FetchCommand : Command
{
    internal FetchCommand(Terminal terminal, TimeProvider time)
        : base("fetch", "Download from a source and take in what is new.")
    {
        Subcommands.Add(new ComextCommand(terminal, time));
        Subcommands.Add(new GaccCommand(terminal, time));
        Subcommands.Add(new EcbCommand(terminal, time));
    }

    internal static Month ReadMonth(ParseResult arguments, Option<string> option) => Period.Parse(arguments.GetRequiredValue(option)).Value.Start;

    internal static Option<string> MonthOption(string name, string description)
    {
        var option = new Option<string>(name) { Description = description, HelpName = "MONTH", Required = true };
        option.Validators.Add(result =>
        {
            if (Period.Parse(result.Tokens[0].Value) is not { Ok: true, Value.Months: 1 })
            {
                result.AddError($"'{result.Tokens[0].Value}' is not a month. Write 2025-12.");
            }
        });
        return option;
    }

    /// <summary>Downloads into the store's folder, one file at a time, and takes in every file that changed.</summary>
    private abstract class SourceCommand : StoreCommand
    {
        private readonly Option<bool> noIngest = new("--no-ingest") { Description = "Only download." };
        private readonly Option<Uri?> baseUrl = new("--base-url")
        {
            Description = "Ask this server instead of the real one: a mirror with the same paths.",
            HelpName = "URL",
            CustomParser = ReadAddress,
        };

        protected SourceCommand(string name, string description, Terminal terminal, TimeProvider time)
            : base(name, description, terminal, time)
        {
            Options.Add(noIngest);
            Options.Add(baseUrl);
        }

        protected abstract FetchPlan Plan(ParseResult arguments, Uri? baseUrl);

        protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
        {
            var store = NewStore(arguments);
            var folder = new DirectoryInfo(Path.Combine(store.Root.FullName, "downloads"));
            folder.Create();
            var files = new List<FetchedFile>();
            var outcomes = new List<IngestOutcome>();
            using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
            await foreach (var file in new Fetcher(client, Time).FetchAsync(Plan(arguments, arguments.GetValue(baseUrl)), folder, Progress(), cancel))
            {
                files.Add(file);

                // Taken in at once: a later file that is not published yet must not hold this one back.
                var taken = arguments.GetValue(noIngest) ? [] : TakeIn(store, file, cancel);
                outcomes.AddRange(taken);
                if (!WantsJson(arguments))
                {
                    Terminal.Out.WriteLine($"{Path.GetFileName(file.Path)}: {(file.Unchanged ? "unchanged" : "downloaded")}");
                    taken.ToList().ForEach(outcome => OutcomeText.Write(Terminal, outcome));
                }
            }

            if (WantsJson(arguments))
            {
                WriteJson(new
                {
                    Files = files.Select(f => new { f.Path, Url = f.Url.ToString(), f.LastModified, f.Unchanged }),
                    Taken = outcomes.Select(OutcomeText.Document),
                });
            }

            return outcomes.Exists(o => o.Fault is not null) ? CommandLine.Failure : CommandLine.Done;
        }

        // An index page that a plan follows is no release: it stays in the folder.
        private IReadOnlyList<IngestOutcome> TakeIn(TradeStore store, FetchedFile file, CancellationToken cancel) =>
            file.Path.EndsWith("_index.html", StringComparison.Ordinal)
                ? []
                : ProgressLine.Show(
                    Terminal,
                    Time,
                    progress => store.Ingest(new FileInfo(file.Path), new IngestOptions(LastModified: file.LastModified), progress, cancel));

        // Paths are appended, so the last part of the address must not be taken for a file.
        private static Uri? ReadAddress(ArgumentResult result)
        {
            var text = result.Tokens[0].Value;
            if (Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var address) && (address.Scheme is "http" or "https"))
            {
                return address;
            }

            result.AddError($"'{text}' is not an address. Write https://mirror.example/.");
            return null;
        }

        private Progress<FetchProgress>? Progress() => Terminal.Messages.Profile.Out.IsTerminal
            ? new Progress<FetchProgress>(p => Terminal.Error.Write($"\r\e[K{p.FileName}: {p.Bytes / 1_000_000} of {p.Total / 1_000_000} MB, {p.Left?.TotalSeconds:0} s left"))
            : null;
    }

    private sealed class ComextCommand : SourceCommand
    {
        private readonly Option<string> from = MonthOption("--from", "First month.");
        private readonly Option<string> to = MonthOption("--to", "Last month.");

        internal ComextCommand(Terminal terminal, TimeProvider time)
            : base("comext", "Eurostat's monthly bulk files.", terminal, time)
        {
            Options.Add(from);
            Options.Add(to);
            Validators.Add(result =>
            {
                var (first, last) = (result.GetValue(from), result.GetValue(to));
                if (first is not null && last is not null && Period.Parse(first) is { Ok: true } a && Period.Parse(last) is { Ok: true } b && b.Value.Start < a.Value.Start)
                {
                    result.AddError($"--to {last} is before --from {first}.");
                }
            });
        }

        protected override FetchPlan Plan(ParseResult arguments, Uri? baseUrl) => FetchPlan.Comext(ReadMonth(arguments, from), ReadMonth(arguments, to), baseUrl);
    }

    private sealed class GaccCommand : SourceCommand
    {
        private readonly Option<int?> year = new("--year") { Description = "Year of the releases (default: this year)." };

        internal GaccCommand(Terminal terminal, TimeProvider time)
            : base("gacc", "China Customs' tables by country and commodity.", terminal, time) => Options.Add(year);

        protected override FetchPlan Plan(ParseResult arguments, Uri? baseUrl)
        {
            var running = Time.GetUtcNow().Year;
            var wanted = arguments.GetValue(year) ?? running;
            return FetchPlan.Gacc(wanted, wanted == running, baseUrl);
        }
    }

    private sealed class EcbCommand : SourceCommand
    {
        private readonly Option<string> currency = new("--currency") { Description = "Currency against the euro.", HelpName = "ISO", DefaultValueFactory = _ => "CNY" };

        internal EcbCommand(Terminal terminal, TimeProvider time)
            : base("ecb", "Monthly exchange rates of the European Central Bank.", terminal, time)
        {
            currency.Validators.Add(result =>
            {
                if (result.Tokens is [var token] && !(token.Value.Length == 3 && token.Value.All(char.IsAsciiLetterUpper)))
                {
                    result.AddError($"'{token.Value}' is not a currency code such as CNY.");
                }
            });
            Options.Add(currency);
        }

        protected override FetchPlan Plan(ParseResult arguments, Uri? baseUrl) => FetchPlan.Ecb(arguments.GetRequiredValue(currency), baseUrl);
    }
}
