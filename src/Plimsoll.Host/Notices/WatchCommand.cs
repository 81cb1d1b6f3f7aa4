using System.CommandLine;
using System.Globalization;
using Plimsoll.Consultations.Notices;
using Plimsoll.Host.Cli;
using Plimsoll.Ledger.Files;
using Plimsoll.Trade;

namespace Plimsoll.Host.Notices;

/// <summary><c>plimsoll watch</c></summary>
internal sealed class WatchCommand : StoreCommand
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(31);

    private readonly Option<string> agreement = Bundled.AgreementOption("ID|FILE", "Id of an agreement that is in force, name of a bundled agreement, or a file.");

    private readonly Option<FileInfo?> listFile = new("--watch-list") { Description = "Who wants to know what, and how (default: everything, as a feed and a calendar in the store).", HelpName = "FILE" };
    private readonly Option<bool> once = new("--once") { Description = "One cycle, then end." };

    private readonly Option<string> every = new("--every")
    {
        Description = "When to look again: a duration such as 15m, 6h or 1d, or a cron expression in UTC such as '30 9 * * MON-FRI'.",
        HelpName = "CRON|DURATION",
        DefaultValueFactory = _ => "1h",
    };

    private readonly Option<string[]> sources = new("--fetch") { Description = "Ask this source for what is new before each look: comext, gacc or ecb. Can be repeated." };
    private readonly Option<Uri?> baseUrl = new("--base-url")
    {
        Description = "Ask this server instead of the real ones: a mirror with the same paths. Ends in a slash.",
        HelpName = "URL",
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.AbsoluteUri.EndsWith('/'))
            {
                return address;
            }

            result.AddError($"'{result.Tokens[0].Value}' is not an address such as https://mirror.example/.");
            return null;
        },
    };

    private readonly Option<bool> enterCases = new("--enter-cases") { Description = "Enter in this party's ledger what each look finds for its cases, as 'plimsoll case update' does. Needs the ledger and its key." };

    private readonly Option<FileInfo?> keyFile = new("--key-file")
    {
        Description = $"With --enter-cases: file of the private key, readable by its owner alone (default: party.key in the store; {KeyFile.Variable} goes before it).",
        HelpName = "FILE",
    };

    internal WatchCommand(Terminal terminal, TimeProvider time)
        : base("watch", "Fetch, assess, and tell what changed since the last look; once, or on a schedule.", terminal, time)
    {
        foreach (var option in new Option[] { agreement, listFile, once, every, sources, baseUrl, enterCases, keyFile })
        {
            Options.Add(option);
        }

        sources.AcceptOnlyFromAmong(FetchStep.Sources);
        every.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && Schedule.Parse(token.Value) is null)
            {
                result.AddError($"'{token.Value}' is neither a duration up to 31 days such as 15m, 6h or 1d, nor a cron expression such as '30 9 * * MON-FRI'.");
            }
        });
    }

    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        var read = arguments.GetValue(listFile) is { } file ? WatchListFile.Load(file.FullName) : new WatchListFile(WatchList.Everything, []);
        if (read.List is not { } list)
        {
            read.Faults.ToList().ForEach(Terminal.Error.WriteLine);
            return CommandLine.Failure;
        }

        var fetch = new FetchStep(arguments.GetValue(sources) ?? [], arguments.GetValue(baseUrl), Time);
        var enter = arguments.GetValue(enterCases) ? new EnterStep(Folder(arguments), arguments.GetValue(keyFile) ?? new FileInfo(Path.Combine(Folder(arguments).FullName, "party.key")), Time) : null;
        var cycle = new WatchCycle(Folder(arguments), list, arguments.GetRequiredValue(agreement), fetch, enter, Time);
        if (arguments.GetValue(once))
        {
            var report = await cycle.RunAsync(cancel);
            Show(arguments, report);
            return report.Troubles.Count == 0 ? CommandLine.Done : CommandLine.Failure;
        }

        await WatchAsync(arguments, cycle, Schedule.Parse(arguments.GetRequiredValue(every))!, cancel);
        return CommandLine.Done;
    }

    // Until it is interrupted. Between two looks what failed is sent again when it is due.
    private async Task WatchAsync(ParseResult arguments, WatchCycle cycle, Schedule schedule, CancellationToken cancel)
    {
        while (true)
        {
            var report = await TryAsync(arguments, cycle.RunAsync, cancel);
            var next = schedule.Next(Time.GetUtcNow());
            while (Time.GetUtcNow() < next)
            {
                var wake = report?.NextDue is { } due && due < next ? due : next;
                var wait = wake - Time.GetUtcNow();
                await Task.Delay(wait < TimeSpan.Zero ? TimeSpan.Zero : wait < LongestWait ? wait : LongestWait, Time, cancel);
                if (wake < next)
                {
                    report = await TryAsync(arguments, cycle.DeliverAsync, cancel);
                }
            }
        }
    }

    // The outside world may be back at the next look.
    private async Task<WatchReport?> TryAsync(ParseResult arguments, Func<CancellationToken, Task<WatchReport>> run, CancellationToken cancel)
    {
        try
        {
            var report = await run(cancel);
            Show(arguments, report);
            return report;
        }
        catch (OutsideException failure)
        {
            await Terminal.Error.WriteLineAsync($"{failure.Code}: {failure.Message}");
            return null;
        }
    }

    private void Show(ParseResult arguments, WatchReport report)
    {
        report.Troubles.ToList().ForEach(Terminal.Error.WriteLine);
        if (WantsJson(arguments))
        {
            WriteJson(report);
        }
        else
        {
            Terminal.Out.WriteLine(report.Holder is { } holder
                ? $"Nothing was done: {holder} acts for this watch-list."
                : string.Create(CultureInfo.InvariantCulture, $"{report.Releases} releases fetched, {report.Findings} findings compared, {report.Notices} notices new, {report.Delivered} delivered.{(report.Entered > 0 ? $" {report.Entered} entries made in cases." : "")}{(report.NextDue is { } due ? $" What waits is due at {due.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC." : "")}"));
        }
    }
}
