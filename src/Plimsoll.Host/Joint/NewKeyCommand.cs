using System.CommandLine;
using Plimsoll.Host.Cli;
using Plimsoll.Ledger;
using Plimsoll.Ledger.Files;
using Plimsoll.Ledger.Notes;
using Plimsoll.Trade;

namespace Plimsoll.Host.Joint;

/// <summary><c>plimsoll key new NAME</c></summary>
internal sealed class NewKeyCommand : PartyCommand
{
    private readonly Argument<string> name = new("NAME") { Description = "Name of the party's ledger, best an address without https://, as in eu.example/plimsoll." };

    internal NewKeyCommand(Terminal terminal, TimeProvider time)
        : base("new", "Make a key, and begin the ledger of that name with it.", terminal, time)
    {
        Arguments.Add(name);
        name.Validators.Add(result =>
        {
            if (!VerifierKey.IsName(result.Tokens[0].Value))
            {
                result.AddError($"'{result.Tokens[0].Value}' cannot name a key: no spaces, no plus, at most 200 characters.");
            }
        });
    }

    protected override Task<int> RunAsync(ParseResult arguments, CancellationToken cancel) => Task.FromResult(Run(arguments));

    private int Run(ParseResult arguments)
    {
        if (PartyLog.IsIn(LedgerFolder(arguments)))
        {
            return Refuse(new Fault("LED-0022", "There is a ledger already. A new key comes into it with 'plimsoll key rotate'.", LedgerFolder(arguments).FullName));
        }

        // A key whose ledger was never begun, because the command was stopped in between, is used; so is one from the environment.
        var found = Key(arguments);
        if (found.Fault is { Code: not "LED-0013" } unusable)
        {
            return Refuse(unusable);
        }

        using var key = found.Ok ? found.Value : SigningKey.Create(arguments.GetRequiredValue(name));
        if (key.Verifier.Name != arguments.GetRequiredValue(name))
        {
            return Refuse(new Fault("LED-0025", $"The key that is there bears another name, {key.Verifier.Name}. Give the file another place with --key-file.", key.Verifier.ToString()));
        }

        if (!found.Ok)
        {
            KeyFile.Write(KeyFileOf(arguments), key);
        }

        var log = PartyLog.Create(LedgerFolder(arguments), key, Time);
        if (!log.Ok)
        {
            return Refuse(log.Fault!);
        }

        log.Value.Dispose();
        if (WantsJson(arguments))
        {
            WriteJson(new { Key = key.Verifier.ToString(), key.Verifier.Id, key.Verifier.Name });
            return CommandLine.Done;
        }

        Terminal.Out.WriteLine(key.Verifier);
        Terminal.Error.WriteLine("Give this line to the other party by a way that both trust. The private key stays here; keep a copy of it where nobody else reads it.");
        return CommandLine.Done;
    }
}
