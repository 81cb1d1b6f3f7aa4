using System.CommandLine;
using Plimsoll.Host.Cli;
using Plimsoll.Ledger;
using Plimsoll.Ledger.Files;
using Plimsoll.Ledger.Notes;
using Plimsoll.Trade;

namespace Plimsoll.Host.Joint;

/// <summary>A command of a party: it has a ledger beside its store, and a key.</summary>
internal abstract class PartyCommand : StoreCommand
{
    private readonly Option<FileInfo?> keyFile = new("--key-file")
    {
        Description = $"File of the private key, readable by its owner alone (default: party.key in the store; {KeyFile.Variable} goes before it).",
        HelpName = "FILE",
    };

    protected PartyCommand(string name, string description, Terminal terminal, TimeProvider time)
        : base(name, description, terminal, time) => Options.Add(keyFile);

    protected DirectoryInfo LedgerFolder(ParseResult arguments) => new(Path.Combine(Folder(arguments).FullName, "ledger"));

    protected FileInfo KeyFileOf(ParseResult arguments) => arguments.GetValue(keyFile) ?? new FileInfo(Path.Combine(Folder(arguments).FullName, "party.key"));

    protected Parsed<SigningKey> Key(ParseResult arguments) => KeyFile.Find(KeyFileOf(arguments));

    protected Parsed<PartyLog> Log(ParseResult arguments) => PartyLog.Open(LedgerFolder(arguments), Time);

    protected int Refuse(Fault fault)
    {
        Terminal.Error.WriteLine(fault);
        return CommandLine.Failure;
    }
}
