using System.CommandLine;
using Plimsoll.Host.Cli;

namespace Plimsoll.Host.Cases;

/// <summary><c>plimsoll commitment</c></summary>
internal sealed class CommitmentCommand : Command
{
    internal CommitmentCommand(Terminal terminal, TimeProvider time)
        : base("commitment", "Enter what was promised, and what became of it.")
    {
        Subcommands.Add(new CommitmentRecordCommand(terminal, time));
        Subcommands.Add(new CommitmentReviewCommand(terminal, time));
    }
}
