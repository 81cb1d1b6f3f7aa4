using System.CommandLine;
using System.Globalization;
using Plimsoll.Consultations.Delivery;
using Plimsoll.Host.Cli;
using Plimsoll.Trade;

namespace Plimsoll.Host.Notices;

/// <summary><c>plimsoll notices replay</c></summary>
internal sealed class ReplayCommand : StoreCommand
{
    private readonly Argument<Guid?> notice = new("NOTICE") { Description = "Only this notice, also where it was delivered already.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> receiver = new("--receiver") { Description = "Only to this receiver: watch-list and channel, as in magnets/operations." };

    internal ReplayCommand(Terminal terminal, TimeProvider time)
        : base("replay", "Let what was given up go out once more, with the same ids; the next 'plimsoll watch' sends it.", terminal, time)
    {
        Arguments.Add(notice);
        Options.Add(receiver);
    }

    protected override Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        var wanted = arguments.GetValue(notice);
        var count = 0;
        if (Outbox.IsIn(Folder(arguments)))
        {
            using var outbox = new Outbox(Folder(arguments), Time);
            count = outbox.Replay(wanted, arguments.GetValue(receiver));
        }

        if (count == 0 && wanted is { } id)
        {
            Terminal.Error.WriteLine(new Fault("NTC-0021", "There is no delivery of such a notice in this store. 'plimsoll notices list' lists notices.", id.ToString("D")));
            return Task.FromResult(CommandLine.Failure);
        }

        if (WantsJson(arguments))
        {
            WriteJson(new { Deliveries = count });
        }
        else
        {
            Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} deliveries wait again."));
        }

        return Task.FromResult(CommandLine.Done);
    }
}
