using System.CommandLine;
using Plimsoll.Host.Cli;

namespace Plimsoll.Host.Notices;

/// <summary><c>plimsoll notices</c></summary>
internal sealed class NoticesCommand : Command
{
    internal NoticesCommand(Terminal terminal, TimeProvider time)
        : base("notices", "What 'plimsoll watch' noticed, and what became of it.")
    {
        Subcommands.Add(new ListNoticesCommand(terminal, time));
        Subcommands.Add(new MuteCommand(terminal, time));
        Subcommands.Add(new AcknowledgeCommand(terminal, time));
        Subcommands.Add(new DeadLettersCommand(terminal, time));
        Subcommands.Add(new ReplayCommand(terminal, time));
    }

    /// <summary>The id of a notice.</summary>
    internal static Argument<Guid> NoticeArgument() => new("NOTICE") { Description = "Id of the notice, as 'plimsoll notices list' shows it." };
}
