using System.CommandLine;
using Plimsoll.Agreements.Sealing;
using Plimsoll.Consultations;
using Plimsoll.Consultations.Record;
using Plimsoll.Host.Cli;
using Plimsoll.Ledger;
using Plimsoll.Trade;

namespace Plimsoll.Host.Cases;

/// <summary><c>plimsoll commitment review COMMITMENT</c></summary>
internal sealed class CommitmentReviewCommand : CommitmentEntryCommand
{
    private readonly Option<string> status = new("--status") { Description = $"How far it is kept: {string.Join(", ", Spelt.All<CommitmentStatus>())}.", Required = true, HelpName = "STATUS" };
    private readonly Option<string> evidence = new("--evidence") { Description = "What shows it: a finding, a document, a number with its source.", Required = true, HelpName = "TEXT" };

    internal CommitmentReviewCommand(Terminal terminal, TimeProvider time)
        : base("review", "Enter how far a commitment is kept.", terminal, time)
    {
        Options.Add(status);
        Options.Add(evidence);
        status.AcceptOnlyFromAmong([.. Spelt.All<CommitmentStatus>()]);
    }

    protected override Fault? Refusal(ParseResult arguments, JointRecord record) => null;

    protected override EntryDraft Draft(ParseResult arguments, string commitment, string? link) =>
        RecordDrafts.Review(commitment, Spelt.Read<CommitmentStatus>(arguments.GetRequiredValue(status))!.Value, arguments.GetRequiredValue(evidence), link);
}
