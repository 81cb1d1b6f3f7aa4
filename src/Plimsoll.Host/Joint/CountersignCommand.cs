using System.CommandLine;
using System.Globalization;
using Plimsoll.Agreements.Sealing;
using Plimsoll.Host.Cli;
using Plimsoll.Ledger;
using Plimsoll.Trade;

namespace Plimsoll.Host.Joint;

/// <summary><c>plimsoll countersign</c></summary>
internal sealed class CountersignCommand : JointCommand
{
    internal CountersignCommand(Terminal terminal, TimeProvider time)
        : base("countersign", "Compute the other parties' sealed assessments again from this store; countersign what agrees, dispute what does not.", terminal, time)
    {
    }

    protected override int Run(ParseResult arguments, PartyLog log, JointRecord record, CancellationToken cancel)
    {
        var answers = new List<(AssessmentSeal Seal, EntryDraft Draft)>();
        var faults = new List<Fault>();
        foreach (var seal in record.Seals.Where(s => !string.Equals(s.Log, log.Origin, StringComparison.Ordinal)))
        {
            var answer = record.Answer(seal, Store(arguments), cancel);
            if (answer.Fault is { } fault)
            {
                faults.Add(fault);
            }
            else if (answer.Value is { } draft)
            {
                answers.Add((seal, draft));
            }
        }

        faults.ForEach(Terminal.Error.WriteLine);
        if (answers.Count == 0)
        {
            if (!WantsJson(arguments))
            {
                Terminal.Out.WriteLine("No sealed assessment waits for an answer.");
            }
            else
            {
                WriteJson(Array.Empty<object>());
            }

            return faults.Count == 0 ? CommandLine.Done : CommandLine.Failure;
        }

        var done = Enter(arguments, log, [.. answers.Select(a => a.Draft)], entered => Show(arguments, [.. answers.Select(a => a.Seal).Zip(entered)]));
        return faults.Count == 0 ? done : CommandLine.Failure;
    }

    private void Show(ParseResult arguments, IReadOnlyList<(AssessmentSeal Seal, Entry Entry)> answered)
    {
        if (WantsJson(arguments))
        {
            WriteJson(answered.Select(a => new { a.Seal.Log, a.Seal.Index, Kind = a.Entry.Kind.Text(), Entry = a.Entry.Index, a.Entry.Body }));
            return;
        }

        foreach (var (seal, entry) in answered)
        {
            var what = string.Create(CultureInfo.InvariantCulture, $"{seal.Log} {seal.Index}, {seal.Agreement} as of {seal.AsOf:yyyy-MM-dd}");
            Terminal.Out.WriteLine(SealAnswer.Of(entry).Difference is { } difference
                ? $"Disputed: {what}. First difference: {difference}"
                : $"Countersigned: {what}. Computed again here, to the last digit.");
        }
    }
}
