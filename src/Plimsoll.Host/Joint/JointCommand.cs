using System.CommandLine;
using Plimsoll.Agreements.Sealing;
using Plimsoll.Host.Cli;
using Plimsoll.Ledger;

namespace Plimsoll.Host.Joint;

/// <summary>A command that reads what all parties' logs say, and may enter something in the party's own.</summary>
internal abstract class JointCommand : PartyCommand
{
    protected JointCommand(string name, string description, Terminal terminal, TimeProvider time)
        : base(name, description, terminal, time)
    {
    }

    protected DocumentShelf Documents(ParseResult arguments) => JointRecord.ShelfOf(Folder(arguments));

    protected override Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        var log = Log(arguments);
        if (!log.Ok)
        {
            return Task.FromResult(Refuse(log.Fault!));
        }

        using var own = log.Value;
        return Task.FromResult(Run(arguments, own, Record(arguments, own), cancel));
    }

    protected abstract int Run(ParseResult arguments, PartyLog log, JointRecord record, CancellationToken cancel);

    protected JointRecord Record(ParseResult arguments, PartyLog? own)
    {
        var record = JointRecord.Of(Folder(arguments), own, Time);
        foreach (var fault in record.Faults)
        {
            Terminal.Error.WriteLine(EntryText.Plain(fault.ToString()));
        }

        return record;
    }

    /// <summary>Signs and adds entries; the exit code.</summary>
    protected int Enter(ParseResult arguments, PartyLog log, IReadOnlyList<EntryDraft> drafts, Action<IReadOnlyList<Entry>> then)
    {
        var key = Key(arguments);
        if (!key.Ok)
        {
            return Refuse(key.Fault!);
        }

        using var signing = key.Value;
        var entered = log.Append(signing, drafts);
        if (!entered.Ok)
        {
            return Refuse(entered.Fault!);
        }

        then(entered.Value);
        return CommandLine.Done;
    }
}
