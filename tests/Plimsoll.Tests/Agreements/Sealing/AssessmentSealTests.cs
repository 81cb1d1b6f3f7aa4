using Plimsoll.Agreements;
using Plimsoll.Agreements.Sealing;
using Plimsoll.Tests.Agreements.Adoption;
using Plimsoll.Tests.Store;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Agreements.Sealing;

public sealed class AssessmentSealTests
{
    private static readonly string Hash = new('a', 64);
    private static readonly DateOnly Day = new(2026, 3, 1);

    [Fact]
    public void Two_stores_with_the_same_releases_seal_the_same_bytes()
    {
        using var one = Filled("eurostat-api/CN_85235910.csv.gz", "eurostat-api/CN_48064010.csv.gz");
        using var other = Filled("eurostat-api/CN_48064010.csv.gz", "eurostat-api/CN_85235910.csv.gz");
        var bytes = Sealed(one).ToJson();
        Sealed(other).ToJson().ShouldBe(bytes);
        SealCheck.FirstDifference(SealedAssessment.Parse(bytes).Value, Sealed(one)).ShouldBeNull();
    }

    [Fact]
    public void A_release_that_only_one_side_has_is_named_before_any_value()
    {
        using var whole = Filled("eurostat-api/CN_85235910.csv.gz", "eurostat-api/CN_48064010.csv.gz");
        using var part = Filled("eurostat-api/CN_85235910.csv.gz");
        SealCheck.FirstDifference(Sealed(whole), Sealed(part))!.Kind.ShouldBe("input_missing");
        SealCheck.FirstDifference(Sealed(part), Sealed(whole))!.Kind.ShouldBe("input_unsealed");
    }

    [Fact]
    public void Another_text_of_the_agreement_is_named_first()
    {
        using var store = Filled("eurostat-api/CN_85235910.csv.gz");
        var difference = SealCheck.FirstDifference(Sealed(store) with { AgreementSha256 = new string('b', 64) }, Sealed(store));
        difference!.Kind.ShouldBe("agreement");
    }

    [Fact]
    public void Any_field_that_was_changed_by_hand_is_found_and_a_number_says_by_how_much()
    {
        using var store = Filled("eurostat-api/CN_85235910.csv.gz");
        var honest = Sealed(store);
        var at = honest.Findings.ToList().FindIndex(f => f.Zone == "red");
        var red = honest.Findings[at];
        SealDifference Found(SealedFinding forged) =>
            SealCheck.FirstDifference(honest with { Findings = [.. honest.Findings.Take(at), forged, .. honest.Findings.Skip(at + 1)] }, honest).ShouldNotBeNull();

        Found(red with { Zone = "green" }).ToString().ShouldBe($"zone at {red.Id}: sealed green, computed red");
        Found(red with { PreviousZone = "green" }).Kind.ShouldBe("previous_zone");
        Found(red with { Red = "-0.5" }).By.ShouldBe(0.4m);
        Found(red with { Amber = null }).Kind.ShouldBe("amber");
        Found(red with { Comparator = ">" }).Kind.ShouldBe("comparator");
        Found(red with { Readings = [.. red.Readings.Skip(1)] }).Kind.ShouldBe("indicator");
        Found(red with { Readings = [.. red.Readings.SkipLast(1)] }).Kind.ShouldBe("readings");
        Found(red with { Readings = [red.Readings[0] with { Value = "-0.4" }, .. red.Readings.Skip(1)] }).By!.Value.ShouldBe(-0.0648042465777425m, 1e-15m);
        SealCheck.FirstDifference(honest with { Findings = [.. honest.Findings.Skip(1)] }, honest)!.Kind.ShouldBe("finding_unsealed");
        SealCheck.FirstDifference(honest, honest with { Findings = [.. honest.Findings.Skip(1)] })!.Kind.ShouldBe("finding_missing");
        SealCheck.FirstDifference(honest with { MethodVersion = 0 }, honest)!.Kind.ShouldBe("method_version");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"agreement":"x","agreement_version":1,"agreement_sha256":"","as_of":"2026-01-01","method_version":1,"inputs":[],"findings":null}""")]
    public void Something_else_than_a_sealed_assessment_is_refused(string json) =>
        SealedAssessment.Parse(System.Text.Encoding.UTF8.GetBytes(json)).Fault!.Code.ShouldBe("AGR-0120");

    [Fact]
    public void A_seal_is_countersigned_or_disputed_by_the_other_party_and_the_last_word_counts()
    {
        using var store = Filled("eurostat-api/CN_85235910.csv.gz");
        using var logs = new TwoLogs();
        logs.East(AssessmentSeal.Draft(Sealed(store), Hash));
        var seal = AssessmentSeal.Fold(logs.Entries).Seals.ShouldHaveSingleItem();
        (seal.Log, seal.Index, seal.Document, seal.AsOf, seal.AnswerOf("west.example")).ShouldBe(("east.example", 1, Hash, Day, null));

        logs.West(seal.Answer(new SealDifference("value", "joint/one", "1.5", "2")));
        var disputed = AssessmentSeal.Fold(logs.Entries).Seals[0].AnswerOf("west.example")!.Difference!;
        (disputed.Kind, disputed.By).ShouldBe(("value", 0.5m));

        logs.West(seal.Answer(null));
        AssessmentSeal.Fold(logs.Entries).Seals[0].AnswerOf("west.example")!.Difference.ShouldBeNull();
        AssessmentSeal.Fold(logs.Entries).Faults.ShouldBeEmpty();
    }

    [Fact]
    public void An_answer_to_a_seal_that_is_nowhere_is_reported()
    {
        using var store = Filled("eurostat-api/CN_85235910.csv.gz");
        using var logs = new TwoLogs();
        logs.East(AssessmentSeal.Draft(Sealed(store), Hash));
        var seal = AssessmentSeal.Fold(logs.Entries).Seals[0];
        logs.West((seal with { Document = new string('b', 64) }).Answer(null));
        AssessmentSeal.Fold(logs.Entries).Faults.ShouldHaveSingleItem().Code.ShouldBe("AGR-0123");
        AssessmentSeal.Fold(logs.Entries).Seals[0].Answers.ShouldBeEmpty();
    }

    private static SealedAssessment Sealed(TemporaryStore temporary)
    {
        var agreement = AgreementFile.Load(Shipped.PathOf("eu-china-illustrative")).Agreement!;
        return SealedAssessment.Of(temporary.Store, agreement, Hash, Day, TestContext.Current.CancellationToken).Sealed;
    }

    private static TemporaryStore Filled(params string[] specimens)
    {
        var temporary = new TemporaryStore();
        foreach (var specimen in specimens)
        {
            temporary.Ingest(Repository.Specimen(specimen));
        }

        return temporary;
    }
}
