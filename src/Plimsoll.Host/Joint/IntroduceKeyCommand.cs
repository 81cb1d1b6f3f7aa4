using System.CommandLine;
using System.Globalization;
using Plimsoll.Host.Cli;
using Plimsoll.Ledger;
using Plimsoll.Ledger.Files;
using Plimsoll.Ledger.Notes;

namespace Plimsoll.Host.Joint;

/// <summary><c>plimsoll key introduce FILE</c>: a further key of the same party, for another office or for the safe.</summary>
internal sealed class IntroduceKeyCommand : PartyCommand
{
    private readonly Argument<FileInfo> file = new("FILE") { Description = "Private key of the same name; made when there is no such file." };

    internal IntroduceKeyCommand(Terminal terminal, TimeProvider time)
        : base("introduce", "Enter a further key of this party, which may sign beside the others, and can revoke one that was stolen.", terminal, time) =>
        Arguments.Add(file);

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
        return Introduce(arguments, signing, opened);
    }

    // The new key is on the disk before it is in the ledger: after a stop in between, the next run goes on with it.
    private int Introduce(ParseResult arguments, SigningKey own, PartyLog log)
    {
        var place = arguments.GetRequiredValue(file);
        var kept = KeyFile.Read(place);
        if (kept.Fault is { Code: not "LED-0013" } unusable)
        {
            return Refuse(unusable);
        }

        using var key = kept.Ok ? kept.Value : SigningKey.Create(log.Origin);
        if (!kept.Ok)
        {
            KeyFile.Write(place, key);
        }

        var entered = log.Introduce(own, key);
        if (!entered.Ok)
        {
            return Refuse(entered.Fault!);
        }

        if (WantsJson(arguments))
        {
            WriteJson(new { Entry = entered.Value.Index, Key = key.Verifier.ToString(), key.Verifier.Id, By = own.Verifier.Id });
        }
        else
        {
            Terminal.Out.WriteLine(key.Verifier);
            Terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"May sign from entry {entered.Value.Index + 1} on. Its private half is in {place.FullName}: keep it apart from the other, so that not both are stolen."));
        }

        return CommandLine.Done;
    }
}
