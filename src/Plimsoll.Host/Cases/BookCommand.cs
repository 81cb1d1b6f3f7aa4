using System.CommandLine;
using Plimsoll.Agreements.Sealing;
using Plimsoll.Host.Cli;
using Plimsoll.Host.Joint;
using Plimsoll.Ledger;
using Plimsoll.Trade;

namespace Plimsoll.Host.Cases;

/// <summary>A command that reads what the logs say, and has something to say without any: the public record ships.</summary>
internal abstract class BookCommand : PartyCommand
{
    protected BookCommand(string name, string description, Terminal terminal, TimeProvider time)
        : base(name, description, terminal, time)
    {
    }

    protected DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    protected sealed override Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        var record = Record(arguments);
        return Task.FromResult(record.Ok ? Run(arguments, record.Value) : Refuse(record.Fault!));
    }

    protected abstract int Run(ParseResult arguments, JointRecord record);

    // The party's own log when there is one, and the copies of its peers'.
    private Parsed<JointRecord> Record(ParseResult arguments)
    {
        if (!PartyLog.IsIn(LedgerFolder(arguments)))
        {
            return JointRecord.Of(Folder(arguments), own: null, Time);
        }

        var log = Log(arguments);
        if (!log.Ok)
        {
            return log.Fault!;
        }

        using var own = log.Value;
        return JointRecord.Of(Folder(arguments), own, Time);
    }
}
