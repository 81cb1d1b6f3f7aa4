using System.CommandLine;
using Plimsoll.Host.Cli;

namespace Plimsoll.Host.Joint;

/// <summary><c>plimsoll key</c></summary>
internal sealed class KeyCommand : Command
{
    internal KeyCommand(Terminal terminal, TimeProvider time)
        : base("key", "The key with which a party signs.")
    {
        Subcommands.Add(new NewKeyCommand(terminal, time));
        Subcommands.Add(new ShowKeyCommand(terminal, time));
        Subcommands.Add(new RotateKeyCommand(terminal, time));
        Subcommands.Add(new IntroduceKeyCommand(terminal, time));
        Subcommands.Add(new RevokeKeyCommand(terminal, time));
    }
}
