using Plimsoll.Agreements;
using Plimsoll.Consultations;
using Plimsoll.Host.Cli;
using Plimsoll.Indicators;
using Plimsoll.Ledger;
using Plimsoll.Ledger.Notes;
using Plimsoll.Store;
using Plimsoll.Tests.Store;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests;

/// <summary>One product on its whole way through the house, from the bytes of a source to what a person reads.</summary>
public sealed class FlowTests
{
    [Fact]
    public void One_product_goes_from_bytes_to_a_colour_that_can_be_explained()
    {
        using var temporary = new TemporaryStore();

        // Sources: the bytes of Eurostat's answer become a release, every record accounted for.
        var release = temporary.Ingest(Repository.Specimen("eurostat-api/CN_85235910.csv.gz")).ShouldHaveSingleItem().Release.ShouldNotBeNull();
        release.RowsIn.ShouldBe(release.RowsStored + release.RowsRefused);
        release.PublishedAt.ShouldBe(new DateTimeOffset(2026, 2, 13, 10, 0, 0, TimeSpan.Zero));

        // Store: one product's whole history, and slices of it.
        using var snapshot = temporary.Store.Snapshot("comext", 1);
        var block = snapshot.NewBlock();
        snapshot.Read("85235910", block);
        var union = new Selection(snapshot, [Country.Eu27], [Country.China], Flow.Import);
        var (value, mass) = (union.Series(block, Measure.Value), union.Series(block, Measure.Kilograms));
        value[Period.Parse("2025-12").Value].State.ShouldBe(PointState.Published);

        // Indicators: a pure function over the slices. The expected figure is that of tests/Plimsoll.Tests/Reference/flow.py.
        var subject = new Subject("EU27_2020", "CN", "85235910", Flow.Import);
        var reading = IndicatorRun.Compute(
            "unit_value.roll12.vs_prev_window", subject, new IndicatorInputs(value, null) { Quantity = mass }, Period.Parse("2025-12").Value);
        reading.Value!.Value.ShouldBe(-0.4648042465777425m, 0.0000000000000001m);

        // Agreements: the illustrative surge clause holds this reading, and the volume's, against its limits.
        var agreement = AgreementFile.Load(Path.Combine(Repository.Root, "agreements", "eu-china-illustrative", "agreement.yaml")).Agreement!;
        using var run = new AgreementRun(temporary.Store, asOf: null, new DateOnly(2026, 2, 14));
        var finding = run.Assess(agreement, TestContext.Current.CancellationToken).Single(f => f.Clause == "import-surge");
        finding.Readings[0].Value.ShouldBe(reading.Value);
        finding.Zone.ShouldBe(Zone.Red);
        finding.Status.ShouldBe(AgreementStatus.Illustrative);

        // Consultations: the finding opens a case in a party's ledger. Ten days on which both parties work, counted by hand: the
        // Spring Festival lasts to 23 February, and on its make-up Saturday Brussels does not work.
        using var key = SigningKey.Create("east.example");
        var draft = new CaseRules(agreement, "east.example").Next(new CaseBook([], []), [finding], [], release.PublishedAt).ShouldHaveSingleItem();
        var entry = Entry.Sign(key, 1, new DateTimeOffset(2026, 2, 16, 9, 0, 0, TimeSpan.Zero), draft).Value;
        var opened = CaseBook.Fold([entry], new CaseTerms(), "east.example").Cases.ShouldHaveSingleItem();
        opened.State.ShouldBe(CaseState.EarlyWarning);
        opened.Deadlines.ShouldHaveSingleItem().Due.Day.ShouldBe(new DateOnly(2026, 3, 9));

        // Host: what a person sees.
        var written = new StringWriter();
        Board.Show(new Terminal(written, new StringWriter(), colors: false), agreement, [finding], asOf: null);
        written.ToString().ShouldContain("ILLUSTRATIVE");
        written.ToString().ShouldContain("85235910");

        // And back: the finding names the release, the release the bytes.
        finding.Releases.ShouldBe([release.Id]);
        run.Releases(finding).Single().Sha256.ShouldBe(release.Sha256);
    }
}
