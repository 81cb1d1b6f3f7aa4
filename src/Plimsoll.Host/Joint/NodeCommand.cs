using System.CommandLine;
using System.Net;
using Plimsoll.Host.Cli;
using Plimsoll.Ledger;
using Plimsoll.Ledger.Notes;

namespace Plimsoll.Host.Joint;

/// <summary><c>plimsoll node</c></summary>
internal sealed class NodeCommand : StoreCommand
{
    private const string DefaultUrl = "http://127.0.0.1:5190";

    private readonly Option<string> urls = new("--urls")
    {
        Description = "Addresses to serve at, with a semicolon between them. TLS is the business of a proxy before the node.",
        DefaultValueFactory = _ => DefaultUrl,
        HelpName = "URLS",
    };

    private readonly Option<bool> open = new("--public") { Description = "Allow addresses that others than this machine can reach." };

    internal NodeCommand(Terminal terminal, TimeProvider time)
        : base("node", "Serve this party's ledger to the world, read-only, as C2SP tlog-tiles.", terminal, time)
    {
        Options.Add(urls);
        Options.Add(open);
        Validators.Add(result =>
        {
            foreach (var url in (result.GetResult(urls) is null ? DefaultUrl : result.GetValue(urls) ?? "").Split(';'))
            {
                if (!url.StartsWith("http://", StringComparison.Ordinal) || HostOf(url) is not { } host)
                {
                    result.AddError($"'{url}' is no address such as http://127.0.0.1:5190.");
                }
                else if (!IsThisMachine(host) && !result.GetValue(open))
                {
                    result.AddError($"Others can reach '{url}'. Say --public when that is meant.");
                }
            }
        });
    }

    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        var store = Folder(arguments).FullName;
        using var log = new NodeLog(new DirectoryInfo(Path.Combine(store, "ledger")), Time);
        var key = log.Key();
        if (!key.Ok)
        {
            await Terminal.Error.WriteLineAsync(key.Fault!.ToString());
            return CommandLine.Failure;
        }

        var shelf = new DocumentShelf(new DirectoryInfo(Path.Combine(store, "documents")));
        await using var app = await NodeServer.StartAsync(log, shelf, arguments.GetRequiredValue(urls), new NodeServer.Rate(), cancel);
        if (WantsJson(arguments))
        {
            WriteJson(Document(key.Value, app.Urls));
        }

        await Terminal.Error.WriteLineAsync($"Serving the ledger {key.Value.Name} at {string.Join(", ", app.Urls)} until Ctrl+C. Others pin the key {key.Value}.");
        await app.WaitForShutdownAsync(cancel);
        return CommandLine.Done;
    }

    private static object Document(VerifierKey key, IEnumerable<string> addresses) => new { Ledger = key.Name, Key = key.ToString(), Urls = addresses };

    private static string? HostOf(string url)
    {
        try
        {
            var binding = BindingAddress.Parse(url);
            return binding.PathBase.Length == 0 && !binding.IsUnixPipe ? binding.Host : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // A name other than localhost binds to every address of the machine.
    private static bool IsThisMachine(string host) => host is "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
