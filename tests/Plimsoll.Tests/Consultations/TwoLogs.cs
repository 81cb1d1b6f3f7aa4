using System.Globalization;
using Plimsoll.Agreements;
using Plimsoll.Consultations;
using Plimsoll.Indicators;
using Plimsoll.Ledger;
using Plimsoll.Ledger.Notes;
using Plimsoll.Trade;

namespace Plimsoll.Tests.Consultations;

/// <summary>The signed entries of two parties, and the findings that lead to them. Keys are the same in every run.</summary>
internal sealed class TwoLogs
{
    internal const string Union = "eu.example/plimsoll";
    internal const string China = "cn.example/plimsoll";

    private static readonly Dictionary<string, SigningKey> Keys = new(StringComparer.Ordinal)
    {
        [Union] = SigningKey.OfSeed(Union, Enumerable.Repeat((byte)1, 32).ToArray()),
        [China] = SigningKey.OfSeed(China, Enumerable.Repeat((byte)2, 32).ToArray()),
    };

    private readonly List<Entry> entries = [];

    internal static Agreement Agreement { get; } =
        AgreementFile.Load(Path.Combine(Repository.Root, "agreements", "eu-china-illustrative", "agreement.yaml")).Agreement!;

    internal static CaseTerms Terms { get; } = new();

    internal static CaseRules Rules { get; } = new(Agreement);

    internal IReadOnlyList<Entry> Entries => entries;

    internal CaseBook Book => CaseBook.Fold(entries, Terms);

    internal static DateTimeOffset At(string day) => DateTimeOffset.ParseExact(day.Length == 10 ? $"{day}T10:00:00Z" : day, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>A finding of a clause of the illustrative agreement, on releases of its own.</summary>
    internal static Finding Of(string clause, string period, Zone zone, Zone previous = Zone.Green, string product = "TOTAL", string reporter = "EU27_2020", string release = "r1", decimal value = 1.5m)
    {
        var subject = new Subject(reporter, "CN", product, Flow.Import);
        var month = Period.Parse(period).Value;
        var reading = new Reading("x/1", subject, month, value, "EUR", "CIF", Coverage.Full, [], null);
        return new Finding(
            $"{Agreement.Id}/{clause}@{reporter}.CN.{product}/{month}", Agreement.Id, clause, subject, month, zone, previous, [reading],
            new AppliedThresholds(1m, 1.25m, ">", new DateOnly(2019, 1, 1)), "reporter", AgreementStatus.Illustrative, null, At("2026-11-12").AddDays(int.Parse(release[1..], CultureInfo.InvariantCulture)), [release], null);
    }

    internal TwoLogs Enter(string log, string day, params IEnumerable<EntryDraft> drafts)
    {
        foreach (var draft in drafts)
        {
            entries.Add(Entry.Sign(Keys[log], entries.Count(entry => entry.Log == log), At(day), draft).Value);
        }

        return this;
    }

    /// <summary>Enters what the rules ask for.</summary>
    internal TwoLogs Tick(string log, string day, params IReadOnlyList<Finding> findings) => Enter(log, day, Rules.Next(Book, findings, [], At(day)));

    internal TwoLogs Step(string log, string day, CaseState to, CaseOutcome? outcome = null) => Enter(log, day, CaseDrafts.Step(Book.Cases[0].Id, Book.Cases[0].State, to, "As agreed.", outcome: outcome));
}
