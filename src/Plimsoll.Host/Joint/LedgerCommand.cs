using System.CommandLine;
using Plimsoll.Host.Cli;

namespace Plimsoll.Host.Joint;

/// <summary><c>plimsoll ledger</c></summary>
internal sealed class LedgerCommand : Command
{
    internal LedgerCommand(Terminal terminal, TimeProvider time)
        : base("ledger", "The signed log of everything official.")
    {
        Subcommands.Add(new VerifyLedgerCommand(terminal, time));
        Subcommands.Add(new ShowLedgerCommand(terminal, time));
    }
}
