using System.CommandLine;
using Plimsoll.Host.Cli;
using Plimsoll.Ledger;

namespace Plimsoll.Host.Joint;

/// <summary><c>plimsoll ledger show</c></summary>
internal sealed class ShowLedgerCommand : PartyCommand
{
    private readonly Option<long> from = new("--from") { Description = "First entry.", DefaultValueFactory = _ => 0, HelpName = "INDEX" };
    private readonly Option<long> count = new("--count") { Description = "At most so many entries.", DefaultValueFactory = _ => 100 };
    private readonly Option<string[]> kinds = new("--kind") { Description = "Only entries of this kind, as in case-opened. Can be repeated." };

    internal ShowLedgerCommand(Terminal terminal, TimeProvider time)
        : base("show", "Print entries, oldest first. With --json exactly as they were signed.", terminal, time)
    {
        Options.Add(from);
        Options.Add(count);
        Options.Add(kinds);
        from.Validators.Add(NotNegative);
        count.Validators.Add(NotNegative);
        kinds.Validators.Add(result =>
        {
            foreach (var unknown in result.Tokens.Where(t => EntryKinds.Of(t.Value) is null))
            {
                result.AddError($"'{unknown.Value}' is no kind of entry. There are {string.Join(", ", Enum.GetValues<EntryKind>().Select(k => k.Text()))}.");
            }
        });
    }

    protected override Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        var log = Log(arguments);
        if (!log.Ok)
        {
            return Task.FromResult(Refuse(log.Fault!));
        }

        using var opened = log.Value;
        var entries = Wanted(opened, arguments);
        if (WantsJson(arguments))
        {
            Terminal.Out.WriteLine($"[{string.Join(",\n", entries)}]");
            return Task.FromResult(CommandLine.Done);
        }

        foreach (var entry in entries)
        {
            Terminal.Out.WriteLine(EntryText.Line(entry));
        }

        return Task.FromResult(CommandLine.Done);
    }

    private static void NotNegative(System.CommandLine.Parsing.OptionResult result)
    {
        if (result.Tokens.Count > 0 && result.GetValueOrDefault<long>() < 0)
        {
            result.AddError($"'{result.Tokens[0].Value}' is below zero.");
        }
    }

    private IEnumerable<Entry> Wanted(PartyLog log, ParseResult arguments)
    {
        var (start, most) = (arguments.GetValue(from), arguments.GetValue(count));
        return arguments.GetValue(kinds) is { Length: > 0 } only
            ? log.Entries([.. only.Distinct(StringComparer.Ordinal).Select(k => EntryKinds.Of(k)!.Value)]).Where(e => e.Index >= start).Take((int)Math.Min(most, int.MaxValue))
            : log.Entries(start, most);
    }
}
