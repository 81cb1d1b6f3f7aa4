using System.Globalization;
using Plimsoll.Agreements;
using Plimsoll.Agreements.Adoption;
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

    // Somebody whose log is at hand, and who signed nothing.
    internal const string Third = "third.example/plimsoll";

    private static readonly Dictionary<string, SigningKey> Keys = new(StringComparer.Ordinal)
    {
        [Union] = SigningKey.OfSeed(Union, Enumerable.Repeat((byte)1, 32).ToArray()),
        [China] = SigningKey.OfSeed(China, Enumerable.Repeat((byte)2, 32).ToArray()),
        [Third] = SigningKey.OfSeed(Third, Enumerable.Repeat((byte)3, 32).ToArray()),
    };

    // Far behind everything else, so that the entries of a test keep the places that it gives them.
    private const long Far = 1_000_000;

    private readonly List<Entry> entries = [];

    internal static Agreement Agreement { get; } =
        AgreementFile.Load(Path.Combine(Repository.Root, "agreements", "eu-china-illustrative", "agreement.yaml")).Agreement!;

    internal static CaseTerms Terms { get; } = new();

    internal static CaseRules Rules { get; } = RulesOf(Union);

    internal IReadOnlyList<Entry> Entries => entries;

    internal CaseBook Book => Fold(entries);

    /// <summary>Both parties signed the agreement.</summary>
    internal static IReadOnlyList<Entry> Adoption { get; } = Adopted(Far, Union, China);

    /// <summary>The book of some entries as a reader without a log sees it, where both parties signed the agreement.</summary>
    internal static CaseBook Fold(IEnumerable<Entry> entries, CaseTerms? terms = null, string origin = "") => CaseBook.Fold([.. Adoption, .. entries], terms ?? Terms, origin);

    internal static CaseRules RulesOf(string log) => new(Agreement, log);

    /// <summary>A text of the agreement that these signed.</summary>
    internal static IReadOnlyList<Entry> Adopted(long index, params string[] signatories)
    {
        var text = new AgreementText(Agreement.Id, Agreement.Version, new string('a', 64), Agreement.EffectiveFrom, [.. signatories.Order(StringComparer.Ordinal)]);
        return [.. signatories.Select(log => Entry.Sign(Keys[log], index, At("2020-01-01"), new EntryDraft(EntryKind.AgreementAdopted, text.ToBody())).Value)];
    }

    internal static DateTimeOffset At(string day) => DateTimeOffset.ParseExact(day.Length == 10 ? $"{day}T10:00:00Z" : day, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>A finding of a clause of the illustrative agreement, on a release of its own: <c>r1</c> was published on 21 December 2025, each further one a day later.</summary>
    internal static Finding Of(string clause, string period, Zone zone, Zone previous = Zone.Green, string product = "TOTAL", string reporter = "EU27_2020", string release = "r1", decimal value = 1.5m)
    {
        var subject = new Subject(reporter, "CN", product, Flow.Import);
        var month = Period.Parse(period).Value;
        var reading = new Reading("x/1", subject, month, value, "EUR", "CIF", Coverage.Full, [], null);
        return new Finding(
            $"{Agreement.Id}/{clause}@{reporter}.CN.{product}/{month}", Agreement.Id, clause, subject, month, zone, previous, [reading],
            new AppliedThresholds(1m, 1.25m, ">", new DateOnly(2019, 1, 1)), "reporter", AgreementStatus.Illustrative, null, At("2025-12-20").AddDays(int.Parse(release[1..], CultureInfo.InvariantCulture)), [release], null);
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
    internal TwoLogs Tick(string log, string day, params IReadOnlyList<Finding> findings) => Enter(log, day, RulesOf(log).Next(Book, findings, [], At(day)));

    internal TwoLogs Step(string log, string day, CaseState to, CaseOutcome? outcome = null) => Enter(log, day, CaseDrafts.Step(Book.Cases[0].Id, Book.Cases[0].State, to, "As agreed.", outcome: outcome));

    /// <summary>Both parties enter the same step, which each sees in the same state.</summary>
    internal TwoLogs Both(string day, CaseState to, CaseOutcome? outcome = null)
    {
        var one = Book.Cases[0];
        var draft = CaseDrafts.Step(one.Id, one.State, to, "As agreed.", outcome: outcome);
        return Enter(Union, day, draft).Enter(China, day, draft);
    }
}
