using System.CommandLine;
using System.Globalization;
using Plimsoll.Sources;
using Plimsoll.Trade;
using Spectre.Console;

namespace Plimsoll.Host.Cli;

/// <summary><c>plimsoll releases</c></summary>
internal sealed class ReleasesCommand : StoreCommand
{
    private readonly Option<string?> source = new("--source") { Description = "Only this source, e.g. comext." };
    private readonly Option<string?> refused = new("--refused") { Description = "List the refused records of this release.", HelpName = "ID" };

    internal ReleasesCommand(Terminal terminal, TimeProvider time)
        : base("releases", "List what the store holds: which source said what, and when.", terminal, time)
    {
        Options.Add(source);
        Options.Add(refused);
    }

    protected override Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        var store = NewStore(arguments);
        var releases = store.Releases().Where(r => arguments.GetValue(source) is not { } wanted || r.Source == wanted).ToList();
        if (arguments.GetValue(refused) is { } id)
        {
            return Task.FromResult(ShowRefused(store, releases.Find(r => r.Id == id), id, WantsJson(arguments)));
        }

        if (WantsJson(arguments))
        {
            WriteJson(releases.Select(Document));
        }
        else
        {
            Show(releases, store.Root, arguments.GetValue(source));
        }

        return Task.FromResult(CommandLine.Done);
    }

    private int ShowRefused(Plimsoll.Store.TradeStore store, Release? release, string id, bool asJson)
    {
        if (release is null)
        {
            Terminal.Error.WriteLine(new Fault("CLI-0001", "There is no such release in the store. 'plimsoll releases' lists them.", id));
            return CommandLine.Failure;
        }

        if (asJson)
        {
            WriteJson(store.Refusals(release).Select(r => new { r.File, r.Line, r.Column, r.Fault.Code, r.Fault.Message, r.Fault.Text }));
            return CommandLine.Done;
        }

        foreach (var refusal in store.Refusals(release))
        {
            Terminal.Out.WriteLine(refusal);
        }

        return CommandLine.Done;
    }

    private static object Document(Release release) => new
    {
        release.Id,
        release.Source,
        release.Dataset,
        release.Currency,
        First = release.Scope.Periods[0].ToString(),
        Last = release.Scope.Periods[^1].ToString(),
        Periods = release.Scope.Periods.Count,
        release.PublishedAt,
        Evidence = release.Evidence.ToString().ToLowerInvariant(),
        release.RetrievedAt,
        release.FileName,
        release.Sha256,
        release.Bytes,
        release.Parser,
        release.RowsIn,
        release.RowsStored,
        release.RowsRefused,
    };

    private void Show(List<Release> releases, DirectoryInfo root, string? wanted)
    {
        if (releases.Count == 0)
        {
            Terminal.Error.WriteLine(wanted is null
                ? new Fault("CLI-0010", "The store is empty. 'plimsoll demo' fills it with the bundled snapshot, 'plimsoll ingest FILE' with a file of yours, and --store names another.", root.FullName)
                : new Fault("CLI-0011", "The store has nothing of this source. 'plimsoll releases' lists what it has.", wanted));
            return;
        }

        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in new[] { "release", "source", "dataset", "periods", "published (UTC)", "known from" })
        {
            table.AddColumn(new TableColumn(column).NoWrap());
        }

        table.AddColumn(new TableColumn("rows").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("refused").RightAligned().NoWrap());
        table.AddColumn("file");
        foreach (var release in releases)
        {
            var (first, last) = (release.Scope.Periods[0], release.Scope.Periods[^1]);
            table.AddRow(
                release.Id,
                release.Source,
                Markup.Escape(release.Dataset),
                first == last ? first.ToString() : $"{first}..{last}",
                release.PublishedAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                release.Evidence.ToString().ToLowerInvariant(),
                release.RowsStored.ToString("N0", CultureInfo.InvariantCulture),
                release.RowsRefused.ToString("N0", CultureInfo.InvariantCulture),
                Markup.Escape(release.FileName));
        }

        Terminal.Console.Write(table);
    }
}
