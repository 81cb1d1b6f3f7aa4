using System.CommandLine;
using Plimsoll.Agreements.Sealing;
using Plimsoll.Consultations;
using Plimsoll.Host.Cli;
using Plimsoll.Host.Joint;
using Plimsoll.Ledger;

namespace Plimsoll.Host.Cases;

/// <summary>A command whose entry is tried on the book before it stands in the ledger for good.</summary>
internal abstract class TriedCommand : JointCommand
{
    protected TriedCommand(string name, string description, Terminal terminal, TimeProvider time)
        : base(name, description, terminal, time)
    {
    }

    /// <summary>Enters a draft, unless the book would refuse it; the exit code.</summary>
    /// <param name="faults">What the book says of entries.</param>
    /// <param name="then">Called with all entries when it stands.</param>
    protected int Enter(ParseResult arguments, PartyLog log, JointRecord record, EntryDraft draft, Func<IReadOnlyList<Entry>, IReadOnlyList<BookFault>> faults, Action<IReadOnlyList<Entry>> then)
    {
        var key = Key(arguments);
        if (!key.Ok)
        {
            return Refuse(key.Fault!);
        }

        using var signing = key.Value;
        var trial = Entry.Sign(signing, log.Size, Time.GetUtcNow(), draft);
        if (!trial.Ok)
        {
            return Refuse(trial.Fault!);
        }

        IReadOnlyList<Entry> after = [.. record.Entries, trial.Value];
        return faults(after).FirstOrDefault(fault => fault.Log == trial.Value.Log && fault.Index == trial.Value.Index) is { } refused
            ? Refuse(refused.Fault)
            : Enter(arguments, log, [draft], _ => then(after));
    }
}
