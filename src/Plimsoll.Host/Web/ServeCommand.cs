using System.CommandLine;
using Plimsoll.Host.Cli;

namespace Plimsoll.Host.Web;

/// <summary><c>plimsoll serve</c></summary>
internal sealed class ServeCommand : StoreCommand
{
    private readonly Option<string> agreement = Bundled.AgreementOption();
    private readonly ServedAddress address = new();

    internal ServeCommand(Terminal terminal, TimeProvider time)
        : base("serve", "Serve the pages, their data and the tools for programs from a store, read-only.", terminal, time)
    {
        Options.Add(agreement);
        address.AddTo(this);
    }

    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        var url = address.Of(arguments);
        if (!url.Ok)
        {
            await Terminal.Error.WriteLineAsync(url.Fault!.ToString());
            return CommandLine.Usage;
        }

        var file = Bundled.Load(arguments.GetRequiredValue(agreement));
        if (file.Agreement is not { } read)
        {
            Bundled.WriteFaults(Terminal, file);
            return CommandLine.Failure;
        }

        await WebServer.RunAsync(new Stands(Store(arguments), read, Time), url.Value, Terminal, cancel);
        return CommandLine.Done;
    }
}
