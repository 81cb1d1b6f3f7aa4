using System.CommandLine;
using System.Globalization;
using Plimsoll.Host.Cli;

namespace Plimsoll.Host.Joint;

/// <summary><c>plimsoll key revoke ID</c></summary>
internal sealed class RevokeKeyCommand : PartyCommand
{
    private readonly Argument<string> id = new("ID") { Description = "Id of a key of this party, eight hexadecimal digits, as 'plimsoll key show' lists it." };
    private readonly Option<string> reason = new("--reason") { Description = "Why, in a sentence.", HelpName = "TEXT", Required = true };

    internal RevokeKeyCommand(Terminal terminal, TimeProvider time)
        : base("revoke", "Take a key of this party out, for instance because it was stolen; another key of it signs.", terminal, time)
    {
        Arguments.Add(id);
        Options.Add(reason);
    }

    protected override Task<int> RunAsync(ParseResult arguments, CancellationToken cancel) => Task.FromResult(Run(arguments));

    private int Run(ParseResult arguments)
    {
        var own = Key(arguments);
        var log = own.Ok ? Log(arguments) : own.Fault!;
        if (!log.Ok)
        {
            return Refuse(log.Fault!);
        }

        using var opened = log.Value;
        using var signing = own.Value;
        var entered = opened.Revoke(signing, arguments.GetRequiredValue(id), arguments.GetRequiredValue(reason));
        if (!entered.Ok)
        {
            return Refuse(entered.Fault!);
        }

        if (WantsJson(arguments))
        {
            WriteJson(new { Entry = entered.Value.Index, entered.Value.Body, By = signing.Verifier.Id });
        }
        else
        {
            Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Entry {entered.Value.Index}: {arguments.GetRequiredValue(id)} signs nothing any more. What it signed before stays. Other parties know it once they have synced."));
        }

        return CommandLine.Done;
    }
}
