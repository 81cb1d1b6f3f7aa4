using System.CommandLine;
using System.Globalization;
using Plimsoll.Agreements;
using Plimsoll.Agreements.Sealing;
using Plimsoll.Consultations;
using Plimsoll.Host.Cli;
using Plimsoll.Ledger;
using Plimsoll.Trade;

namespace Plimsoll.Host.Joint;

/// <summary><c>plimsoll assess</c></summary>
internal sealed class AssessCommand : JointCommand
{
    private readonly Option<string> agreement = Bundled.AgreementOption("ID", "Id of an agreement that both parties adopted.");

    private readonly Option<DateOnly?> asOf = DateOption.AsOf("Figures, and agreement, as they were on this day (default: the last day of the month before this one).");
    private readonly Option<bool> seal = new("--seal") { Description = "Enter the assessment in the ledger, with every release that it could read." };

    internal AssessCommand(Terminal terminal, TimeProvider time)
        : base("assess", "Hold the figures against the agreement in force on a day, and seal the result.", terminal, time)
    {
        Options.Add(agreement);
        Options.Add(asOf);
        Options.Add(seal);
    }

    protected override int Run(ParseResult arguments, PartyLog log, JointRecord record, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);
        var day = arguments.GetValue(asOf) ?? new DateOnly(today.Year, today.Month, 1).AddDays(-1);
        if (arguments.GetValue(seal) && day >= today)
        {
            return Refuse(new Fault("CLI-0032", "A day is sealed when it is over: what is published until then would change the result under the seal.", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }

        var assessed = record.SealAssessment(Store(arguments), arguments.GetRequiredValue(agreement), day, cancel);
        if (!assessed.Ok)
        {
            return Refuse(assessed.Fault!);
        }

        var (drafts, findings, text) = assessed.Value;
        if (!arguments.GetValue(seal))
        {
            return Show(arguments, text, findings, day, []);
        }

        var terms = new CaseTerms();
        var cases = new CaseRules(text, log.Origin).Next(CaseBook.Fold(record.Entries, terms, record.Origin), findings, [], Time.GetUtcNow());
        return Enter(arguments, log, [.. drafts, .. cases], entered => Show(arguments, text, findings, day, entered));
    }

    private int Show(ParseResult arguments, Agreement text, IReadOnlyList<Finding> findings, DateOnly day, IReadOnlyList<Entry> entered)
    {
        var sealing = entered.FirstOrDefault(e => e.Kind == EntryKind.AssessmentSealed);
        var cases = entered.Where(e => CaseBook.Kinds.Contains(e.Kind)).ToList();
        if (WantsJson(arguments))
        {
            WriteJson(new
            {
                Agreement = text.Id,
                text.Version,
                AsOf = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                Entry = sealing?.Index,
                Document = sealing is null ? null : sealing.Body.GetProperty("document").GetString(),
                Cases = cases.Select(e => new { Entry = e.Index, Kind = e.Kind.Text(), e.Body }),
                Findings = findings.Select(FindingDocument.Of),
            });
            return CommandLine.Done;
        }

        Board.Show(Terminal, text, findings, day);
        Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Version {text.Version} of {text.Id} is the one in force on {day:yyyy-MM-dd}."));
        Terminal.Out.WriteLine(sealing is null
            ? "Nothing was entered. With --seal the assessment is entered in the ledger."
            : string.Create(CultureInfo.InvariantCulture, $"Sealed as entry {sealing.Index} of {sealing.Log}: {sealing.Body.GetProperty("document").GetString()}"));
        foreach (var entry in cases)
        {
            Terminal.Out.WriteLine(EntryText.Plain(string.Create(CultureInfo.InvariantCulture, $"Entry {entry.Index}: {entry.Kind.Text()} {entry.Body.GetProperty("case").GetString()}")));
        }

        return CommandLine.Done;
    }
}
