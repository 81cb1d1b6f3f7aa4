using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Plimsoll.Agreements.Sealing;
using Plimsoll.Host.Cli;
using Plimsoll.Host.Joint;
using Plimsoll.Ledger;
using Plimsoll.Trade;

namespace Plimsoll.Host.Adoption;

/// <summary><c>plimsoll agreement suspend AGREEMENT</c> and <c>plimsoll agreement expire AGREEMENT</c></summary>
internal sealed class RestCommand : JointCommand
{
    private readonly EntryKind kind;
    private readonly Argument<string> agreement = new("AGREEMENT") { Description = "Id of an agreement in force." };
    private readonly Option<DateOnly?> from = DateOption.Create("--from", "First day on which it does not apply, today or later (default: today).");
    private readonly Option<string[]> with = WithOption.Of("Ledgers of the other signatories. Needed when this party signed texts of this id with several.");
    private readonly Option<string> reason = new("--reason") { Description = "Why, in a sentence.", HelpName = "TEXT", Required = true };

    internal RestCommand(string name, string description, EntryKind kind, Terminal terminal, TimeProvider time)
        : base(name, description, terminal, time)
    {
        this.kind = kind;
        Arguments.Add(agreement);
        Options.Add(from);
        Options.Add(with);
        Options.Add(reason);
    }

    protected override int Run(ParseResult arguments, PartyLog log, JointRecord record, CancellationToken cancel)
    {
        var id = arguments.GetRequiredValue(agreement);
        var today = DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);
        var day = arguments.GetValue(from) ?? today;
        if (day < today)
        {
            return Refuse(new Fault("CLI-0034", "An agreement rests or ends from today at the earliest: what was sealed before was under an agreement that held.", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }

        var held = record.Agreements.InForce(id, day, log.Origin).Where(r => WithOption.Fits(r.Text, log.Origin, arguments.GetValue(with))).ToList();
        if (held.Count == 0)
        {
            return Refuse(new Fault("CLI-0030", "No text of this agreement that this party signed is in force on the day.", id));
        }

        if (held is not [var one])
        {
            return Refuse(new Fault("AGR-0126", $"This party has agreements of this id with several others; name them with --with: {string.Join("; ", held.Select(r => string.Join(", ", r.Text.Signatories)))}.", id));
        }

        var body = new { agreement = id, signatories = one.Text.Signatories, from = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), reason = arguments.GetRequiredValue(reason) };
        return Enter(arguments, log, [new EntryDraft(kind, JsonSerializer.SerializeToElement(body))], entered =>
        {
            if (WantsJson(arguments))
            {
                WriteJson(new { Entry = entered[0].Index, entered[0].Body });
            }
            else
            {
                Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Entry {entered[0].Index}: {kind.Text()}, {id} from {day:yyyy-MM-dd}."));
            }
        });
    }
}
