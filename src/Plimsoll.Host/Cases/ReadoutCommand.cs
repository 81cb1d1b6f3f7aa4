using System.CommandLine;
using Plimsoll.Agreements.Sealing;
using Plimsoll.Consultations.Record;
using Plimsoll.Host.Cli;
using Plimsoll.Ledger;
using Plimsoll.Trade;

namespace Plimsoll.Host.Cases;

/// <summary><c>plimsoll readout</c></summary>
internal sealed class ReadoutCommand : Command
{
    internal ReadoutCommand(Terminal terminal, TimeProvider time)
        : base("readout", "Enter what your party says was said.") =>
        Subcommands.Add(new RecordCommand(terminal, time));

    private sealed class RecordCommand : TriedCommand
    {
        private readonly Argument<FileInfo> file = new("FILE") { Description = "A record of the meeting, in the form of data/record." };
        private readonly Option<string> party = new("--party") { Description = "Your party: its points are entered.", Required = true, HelpName = "PARTY" };
        private readonly Option<string?> link = new("--link") { Description = "Address at which the readout is published.", HelpName = "ADDRESS" };

        internal RecordCommand(Terminal terminal, TimeProvider time)
            : base("record", "Enter the points of your party from a file.", terminal, time)
        {
            Arguments.Add(file);
            Options.Add(party);
            Options.Add(link);
        }

        protected override int Run(ParseResult arguments, PartyLog log, JointRecord record, CancellationToken cancel)
        {
            var read = RecordFile.Load(arguments.GetRequiredValue(file).FullName);
            if (read.Meeting is not { } meeting)
            {
                foreach (var fault in read.Faults)
                {
                    Terminal.Error.WriteLine(fault);
                }

                return CommandLine.Failure;
            }

            var own = arguments.GetRequiredValue(party);
            if (!meeting.Points.Any(point => point.By == own))
            {
                return Refuse(new Fault("CON-0012", $"The file has no points by {own}.", own));
            }

            return Enter(
                arguments,
                log,
                record,
                RecordDrafts.Readout(meeting, own, arguments.GetValue(link)),
                entries => RecordBook.Fold(RecordFile.Bundled, entries).Faults,
                _ => Terminal.Out.WriteLine($"Entered. 'plimsoll readouts {meeting.Id}' compares it with what the other party says."));
        }
    }
}
