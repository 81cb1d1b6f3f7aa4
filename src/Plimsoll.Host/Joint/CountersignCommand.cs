using System.CommandLine;
using System.Globalization;
using Plimsoll.Agreements.Sealing;
using Plimsoll.Host.Cli;
using Plimsoll.Ledger;

namespace Plimsoll.Host.Joint;

/// <summary><c>plimsoll countersign</c></summary>
internal sealed class CountersignCommand : JointCommand
{
    private readonly Option<bool> check = new("--check") { Description = "Compute and say, and enter nothing. So it is for a reader without a ledger." };

    internal CountersignCommand(Terminal terminal, TimeProvider time)
        : base("countersign", "Compute the other parties' sealed assessments again from this store; countersign what agrees, dispute what does not.", terminal, time) =>
        Options.Add(check);

    // Whoever has the public logs and the releases can compute every verdict again, party or not.
    protected override Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        if (!arguments.GetValue(check) && PartyLog.IsIn(LedgerFolder(arguments)))
        {
            return base.RunAsync(arguments, cancel);
        }

        if (!PartyLog.IsIn(LedgerFolder(arguments)))
        {
            return Task.FromResult(Check(arguments, own: null, cancel));
        }

        var log = Log(arguments);
        if (!log.Ok)
        {
            return Task.FromResult(Refuse(log.Fault!));
        }

        using var own = log.Value;
        return Task.FromResult(Check(arguments, own, cancel));
    }

    private int Check(ParseResult arguments, PartyLog? own, CancellationToken cancel)
    {
        var (answers, faults) = Answers(arguments, Record(arguments, own), cancel);
        Show(arguments, answers.ConvertAll(a => new Answered(a.Seal, a.Draft.Kind, Difference: SealAnswer.DifferenceIn(a.Draft.Body), Entry: null)));
        return faults == 0 && answers.TrueForAll(a => a.Draft.Kind == EntryKind.AssessmentCountersigned) ? CommandLine.Done : CommandLine.Failure;
    }

    protected override int Run(ParseResult arguments, PartyLog log, JointRecord record, CancellationToken cancel)
    {
        var (answers, faults) = Answers(arguments, record, cancel);
        var done = answers.Count == 0
            ? CommandLine.Done
            : Enter(arguments, log, answers.ConvertAll(a => a.Draft), entered => Show(
                arguments,
                [.. answers.Zip(entered, (a, e) => new Answered(a.Seal, e.Kind, SealAnswer.DifferenceIn(e.Body), e.Index))]));
        if (answers.Count == 0)
        {
            Show(arguments, []);
        }

        return faults == 0 ? done : CommandLine.Failure;
    }

    private (List<(AssessmentSeal Seal, EntryDraft Draft)> Answers, int Faults) Answers(ParseResult arguments, JointRecord record, CancellationToken cancel)
    {
        var answers = new List<(AssessmentSeal, EntryDraft)>();
        var faults = 0;
        foreach (var seal in record.Seals.Where(s => !string.Equals(s.Log, record.Origin, StringComparison.Ordinal)))
        {
            var answer = record.Answer(seal, Store(arguments), DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime), cancel);
            if (answer.Fault is { } fault)
            {
                Terminal.Error.WriteLine(EntryText.Plain(fault.ToString()));
                faults++;
            }
            else if (answer.Value is { } draft)
            {
                answers.Add((seal, draft));
            }
        }

        return (answers, faults);
    }

    private void Show(ParseResult arguments, IReadOnlyList<Answered> answered)
    {
        if (WantsJson(arguments))
        {
            WriteJson(answered.Select(a => new { a.Seal.Log, a.Seal.Index, AsOf = Day(a.Seal.AsOf), Answer = a.Kind.Text(), a.Entry, a.Difference, Sentence = a.Difference?.ToString() }));
            return;
        }

        foreach (var (seal, _, difference, entry) in answered)
        {
            var what = string.Create(CultureInfo.InvariantCulture, $"{seal.Log} {seal.Index}, {seal.Agreement} as of {Day(seal.AsOf)}");
            var verb = (difference, entry) switch
            {
                (null, null) => "Agrees",
                (null, _) => "Countersigned",
                (_, null) => "Differs",
                _ => "Disputed",
            };
            Terminal.Out.WriteLine(EntryText.Plain(difference is null ? $"{verb}: {what}. Computed again here, to the last digit." : $"{verb}: {what}. First difference: {difference}"));
        }

        if (answered.Count == 0)
        {
            Terminal.Out.WriteLine("No sealed assessment waits for an answer.");
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <param name="Entry">Position of the answer in this party's log; null when nothing was entered.</param>
    private sealed record Answered(AssessmentSeal Seal, EntryKind Kind, SealDifference? Difference, long? Entry);
}
