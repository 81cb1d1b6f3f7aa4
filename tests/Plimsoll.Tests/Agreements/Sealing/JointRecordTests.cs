using System.Text;
using Plimsoll.Agreements;
using Plimsoll.Agreements.Adoption;
using Plimsoll.Agreements.Sealing;
using Plimsoll.Ledger;
using Plimsoll.Ledger.Notes;
using Plimsoll.Tests.Agreements.Adoption;
using Plimsoll.Tests.Store;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Agreements.Sealing;

public sealed class JointRecordTests : IDisposable
{
    private const string Id = "eu-china-illustrative";
    private static readonly DateOnly Day = new(2026, 8, 1);
    private static readonly DateOnly Today = new(2026, 8, 2);
    private static readonly string Text = File.ReadAllText(Shipped.PathOf(Id));
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plimsoll-test-");
    private readonly DocumentShelf shelf;
    private readonly TwoLogs logs = new();
    private readonly TemporaryStore temporary = new();

    public JointRecordTests()
    {
        shelf = new DocumentShelf(folder);
        temporary.Ingest(Repository.Specimen("eurostat-api/CN_85235910.csv.gz"));
    }

    [Fact]
    public void A_seal_names_each_release_once_and_the_other_party_countersigns_once()
    {
        Adopt(Text);
        logs.EastAll(Sealed());
        logs.Entries.Count(e => e.Kind == EntryKind.ReleaseRegistered).ShouldBe(1);
        logs.EastAll(Sealed());
        logs.Entries.Count(e => e.Kind == EntryKind.ReleaseRegistered).ShouldBe(1);

        foreach (var seal in West.Seals)
        {
            var answer = West.Answer(seal, temporary.Store, Today, TestContext.Current.CancellationToken).Value.ShouldNotBeNull();
            answer.Kind.ShouldBe(EntryKind.AssessmentCountersigned);
            logs.West(answer);
        }

        West.Seals.ShouldAllBe(s => West.Answer(s, temporary.Store, Today, TestContext.Current.CancellationToken).Value == null);
    }

    [Fact]
    public void A_threshold_that_was_changed_without_the_other_party_is_disputed_as_such()
    {
        Adopt(Text);
        var forged = AgreementFile.Parse(Text.Replace("red: -350000000000", "red: -900000000000", StringComparison.Ordinal), "forged").Agreement!;
        var text = shelf.Put(Encoding.UTF8.GetBytes("forged"));
        var (assessed, _) = SealedAssessment.Of(temporary.Store, forged, text, Day, TestContext.Current.CancellationToken);
        logs.East(AssessmentSeal.Draft(assessed, shelf.Put(assessed.ToJson())));
        var answer = West.Answer(West.Seals[0], temporary.Store, Today, TestContext.Current.CancellationToken).Value.ShouldNotBeNull();
        answer.Kind.ShouldBe(EntryKind.AssessmentDisputed);
        SealAnswer.DifferenceIn(answer.Body)!.Kind.ShouldBe("agreement");
    }

    [Fact]
    public void A_document_that_pretends_to_rest_on_the_agreed_text_is_disputed_at_the_limit()
    {
        Adopt(Text);
        var agreed = West.InForce(Id, Day).Value.Document;
        var forged = AgreementFile.Parse(Text.Replace("red: -0.1\n", "red: -0.9\n", StringComparison.Ordinal), "forged").Agreement!;
        var (assessed, _) = SealedAssessment.Of(temporary.Store, forged, agreed, Day, TestContext.Current.CancellationToken);
        logs.East(AssessmentSeal.Draft(assessed, shelf.Put(assessed.ToJson())));
        var answer = West.Answer(West.Seals[0], temporary.Store, Today, TestContext.Current.CancellationToken).Value.ShouldNotBeNull();
        SealAnswer.DifferenceIn(answer.Body).ShouldNotBeNull().By.ShouldBe(0.8m);
    }

    [Fact]
    public void An_entry_that_tells_other_zones_than_its_document_is_disputed()
    {
        Adopt(Text);
        var drafts = Sealed();
        var told = System.Text.Json.Nodes.JsonNode.Parse(drafts[^1].Body.GetRawText())!.AsObject();
        told["zones"] = new System.Text.Json.Nodes.JsonObject { ["green"] = 500 };
        logs.East(EntryKind.AssessmentSealed, told);
        var answer = West.Answer(West.Seals[0], temporary.Store, Today, TestContext.Current.CancellationToken).Value.ShouldNotBeNull();
        SealAnswer.DifferenceIn(answer.Body)!.Kind.ShouldBe("seal");
    }

    [Fact]
    public void A_day_that_is_not_over_is_not_countersigned()
    {
        Adopt(Text);
        logs.EastAll(Sealed());
        var answer = West.Answer(West.Seals[0], temporary.Store, Day, TestContext.Current.CancellationToken).Value.ShouldNotBeNull();
        SealAnswer.DifferenceIn(answer.Body)!.Kind.ShouldBe("as_of");
    }

    [Fact]
    public void Without_both_signatures_or_without_the_text_nothing_is_sealed()
    {
        West.SealAssessment(temporary.Store, Id, Day, TestContext.Current.CancellationToken).Fault!.Code.ShouldBe("AGR-0124");
        var document = new string('a', 64);
        logs.Both(EntryKind.AgreementAdopted, Written(document));
        West.SealAssessment(temporary.Store, Id, Day, TestContext.Current.CancellationToken).Fault!.Code.ShouldBe("AGR-0125");
    }

    // Strangers whose ledger West pulled agree on a text of our id and seal against it: no text for West, and nothing to answer.
    [Fact]
    public void What_strangers_agree_on_and_seal_is_not_for_this_party()
    {
        Adopt(Text);
        using var x = SigningKey.Create("x.example");
        using var y = SigningKey.Create("y.example");
        var theirs = Written(shelf.Put(Encoding.UTF8.GetBytes(Text.Replace("version: 1\n", "version: 2\n", StringComparison.Ordinal)))) with { Version = 2, Signatories = ["x.example", "y.example"] };
        Entry[] strangers = [Signed(x, theirs), Signed(y, theirs)];
        var seal = new JointRecord("x.example", strangers, shelf).SealAssessment(temporary.Store, Id, Day, TestContext.Current.CancellationToken).Value.Drafts[^1];
        Entry[] all = [.. logs.Entries, .. strangers, Entry.Sign(x, 2, logs.GetUtcNow(), seal).Value];

        var west = new JointRecord("west.example", all, shelf);
        west.InForce(Id, Day).Value.Agreement.Version.ShouldBe(1);
        var answer = west.Answer(west.Seals.ShouldHaveSingleItem(), temporary.Store, Today, TestContext.Current.CancellationToken);
        (answer.Ok, answer.Value).ShouldBe((true, null));

        // A reader is told that there are two, and computes a seal against the text of those who sealed it.
        var reader = new JointRecord("", all, shelf);
        reader.InForce(Id, Day).Fault!.Code.ShouldBe("AGR-0126");
        reader.Answer(reader.Seals[0], temporary.Store, Today, TestContext.Current.CancellationToken).Value.ShouldNotBeNull().Kind.ShouldBe(EntryKind.AssessmentCountersigned);
    }

    // The figures are of December 2025 on every one of these days: the day as of which they are assessed decides, not their month.
    [Fact]
    public void To_the_day_before_an_end_the_figures_known_are_judged_and_from_the_day_on_none()
    {
        Adopt(Text);
        DateOnly[] days = [new(2026, 8, 14), new(2026, 8, 15), new(2026, 8, 19), new(2026, 8, 20)];
        logs.West(EntryKind.AgreementSuspended, new { agreement = Id, from = "2026-08-15", reason = "Case" });
        foreach (var log in new Func<EntryKind, object, Entry>[] { logs.East, logs.West })
        {
            log(EntryKind.AgreementExpired, new { agreement = Id, from = "2026-08-20" });
        }

        var sealedOn = days.Select(day => new JointRecord("east.example", logs.Entries, shelf).SealAssessment(temporary.Store, Id, day, TestContext.Current.CancellationToken)).ToList();
        sealedOn.Select(s => s.Ok ? s.Value.Agreement.Status.ToString() : s.Fault!.Code).ShouldBe(["Agreed", "Suspended", "Suspended", "AGR-0124"]);
        foreach (var findings in sealedOn.Take(3).Select(s => s.Value.Findings.Where(f => f.Clause == "import-surge")))
        {
            findings.Select(f => f.Period.ToString()).ShouldAllBe(p => p == "2025-12");
        }

        // The seal as of the last day before may be entered and countersigned when all is over.
        logs.EastAll(sealedOn[0].Value.Drafts);
        var answer = West.Answer(West.Seals.ShouldHaveSingleItem(), temporary.Store, new DateOnly(2026, 10, 1), TestContext.Current.CancellationToken);
        answer.Value.ShouldNotBeNull().Kind.ShouldBe(EntryKind.AssessmentCountersigned);
    }

    [Fact]
    public void A_first_day_that_is_not_the_one_in_the_text_holds_for_nobody()
    {
        var text = Written(shelf.Put(Encoding.UTF8.GetBytes(Text))) with { EffectiveFrom = new DateOnly(2026, 6, 1) };
        logs.Both(EntryKind.AgreementAdopted, text);
        West.InForce(Id, Day).Fault!.Code.ShouldBe("AGR-0125");
    }

    [Fact]
    public void What_both_signed_is_agreed_whatever_the_text_calls_itself()
    {
        Adopt(Text);
        var (agreement, _) = West.InForce(Id, Day).Value;
        agreement.Status.ShouldBe(AgreementStatus.Agreed);
        West.SealAssessment(temporary.Store, Id, Day, TestContext.Current.CancellationToken).Value.Findings.ShouldAllBe(f => f.Status == AgreementStatus.Agreed);
    }

    public void Dispose()
    {
        logs.Dispose();
        temporary.Dispose();
        folder.Delete(recursive: true);
    }

    private JointRecord West => new("west.example", logs.Entries, shelf);

    private Entry Signed(SigningKey key, AgreementText text) => Entry.Sign(key, 1, logs.GetUtcNow(), new EntryDraft(EntryKind.AgreementAdopted, text.ToBody())).Value;

    private static AgreementText Written(string document) => new(Id, 1, document, new DateOnly(2026, 6, 29), ["east.example", "west.example"]);

    private void Adopt(string text) => logs.Both(EntryKind.AgreementAdopted, Written(shelf.Put(Encoding.UTF8.GetBytes(text))));

    private IReadOnlyList<EntryDraft> Sealed() =>
        new JointRecord("east.example", logs.Entries, shelf).SealAssessment(temporary.Store, Id, Day, TestContext.Current.CancellationToken).Value.Drafts;
}
