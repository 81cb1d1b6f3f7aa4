using System.CommandLine;
using System.Globalization;
using Plimsoll.Consultations.Delivery;
using Plimsoll.Consultations.Notices;
using Plimsoll.Host.Cli;

namespace Plimsoll.Host.Notices;

/// <summary><c>plimsoll notices mute LINES</c></summary>
internal sealed class MuteCommand : StoreCommand
{
    private readonly Argument<string> lines = new("LINES") { Description = "Clause and subject as in import-surge@EU27_2020.CN.85*, or the id of a case; a star at the end stands for the rest." };
    private readonly Option<string> reason = new("--reason") { Description = "Why. It stands beside every notice that is muted.", Required = true };
    private readonly Option<DateOnly?> until = DateOption.Create("--until", "Last day. A day that is over ends an earlier mute.");

    internal MuteCommand(Terminal terminal, TimeProvider time)
        : base("mute", "Tell nobody of some lines for a time. They are noticed all the same.", terminal, time)
    {
        Arguments.Add(lines);
        Options.Add(reason);
        Options.Add(until);
        until.Required = true;
        lines.Validators.Add(result =>
        {
            if (!LinePattern.IsPattern(result.Tokens[0].Value))
            {
                result.AddError($"'{result.Tokens[0].Value}' is neither a name nor its beginning with a star at the end.");
            }
        });
        reason.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.Tokens[0].Value))
            {
                result.AddError("A mute without a reason helps nobody.");
            }
        });
    }

    protected override Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        var mute = new Mute(new LinePattern(arguments.GetRequiredValue(lines)), arguments.GetRequiredValue(reason), arguments.GetRequiredValue(until)!.Value);
        using var outbox = new Outbox(Folder(arguments), Time);
        outbox.Add(mute);
        if (WantsJson(arguments))
        {
            WriteJson(outbox.Mutes().Select(one => new { Lines = one.Lines.Text, one.Reason, one.Until }));
        }
        else
        {
            Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{mute.Lines.Text} is muted until {mute.Until:yyyy-MM-dd} is over, in UTC: {mute.Reason}"));
        }

        return Task.FromResult(CommandLine.Done);
    }
}
