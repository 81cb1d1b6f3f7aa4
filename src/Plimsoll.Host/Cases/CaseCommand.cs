using System.CommandLine;
using Plimsoll.Host.Cli;

namespace Plimsoll.Host.Cases;

/// <summary><c>plimsoll case</c></summary>
internal sealed class CaseCommand : Command
{
    internal CaseCommand(Terminal terminal, TimeProvider time)
        : base("case", "Enter something in a consultation.")
    {
        Subcommands.Add(new CaseUpdateCommand(terminal, time));
        Subcommands.Add(new CaseStepCommand(terminal, time));
        Subcommands.Add(new CasePositionCommand(terminal, time));
    }
}
