using System.CommandLine;
using System.Globalization;
using Plimsoll.Agreements.Sealing;
using Plimsoll.Consultations.Delivery;
using Plimsoll.Consultations.Notices;
using Plimsoll.Host.Cli;
using Plimsoll.Host.Joint;
using Plimsoll.Ledger;
using Plimsoll.Trade;

namespace Plimsoll.Host.Notices;

/// <summary><c>plimsoll notices ack NOTICE</c></summary>
internal sealed class AcknowledgeCommand : JointCommand
{
    private readonly Argument<Guid> notice = NoticesCommand.NoticeArgument();
    private readonly Option<string> note = new("--note") { Description = "In the party's words.", DefaultValueFactory = _ => "" };

    internal AcknowledgeCommand(Terminal terminal, TimeProvider time)
        : base("ack", "Enter in the ledger that this party took note.", terminal, time)
    {
        Arguments.Add(notice);
        Options.Add(note);
    }

    protected override int Run(ParseResult arguments, PartyLog log, JointRecord record, CancellationToken cancel)
    {
        var id = arguments.GetValue(notice);
        if (Find(arguments, id) is not { } found)
        {
            return Refuse(new Fault("NTC-0021", "There is no such notice in this store. 'plimsoll notices list' lists them.", id.ToString("D")));
        }

        return Enter(arguments, log, [Acknowledgement.Draft(found, arguments.GetRequiredValue(note))], entered =>
        {
            if (WantsJson(arguments))
            {
                WriteJson(new { Entry = entered[0].Index, Notice = found.Id });
            }
            else
            {
                Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Entry {entered[0].Index}: {entered[0].Log} took note of {found.Title}."));
            }
        });
    }

    private Notice? Find(ParseResult arguments, Guid id)
    {
        if (!Outbox.IsIn(Folder(arguments)))
        {
            return null;
        }

        using var outbox = new Outbox(Folder(arguments), Time);
        return outbox.Noticed().Select(one => one.Notice).FirstOrDefault(one => one.Id == id);
    }
}
