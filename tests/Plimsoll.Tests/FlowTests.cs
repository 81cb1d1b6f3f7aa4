using Plimsoll.Agreements;
using Plimsoll.Host.Cli;
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

        // Store: one product's whole history, and a slice of it.
        using var snapshot = temporary.Store.Snapshot("comext", 1);
        var block = snapshot.NewBlock();
        snapshot.Read("85235910", block);
        var imports = new Selection(snapshot, [Country.Eu27], [Country.China], Flow.Import).Series(block, Measure.Value);
        imports[Period.Parse("2025-12").Value].State.ShouldBe(PointState.Published);

        // Agreements: the illustrative surge clause over the indicators that it names.
        var agreement = AgreementFile.Load(Path.Combine(Repository.Root, "agreements", "eu-china-illustrative", "agreement.yaml")).Agreement!;
        using var run = new AgreementRun(temporary.Store, asOf: null, new DateOnly(2026, 2, 14));
        var finding = run.Assess(agreement, TestContext.Current.CancellationToken).Single(f => f.Clause == "import-surge");

        // The window sums are those of tests/Plimsoll.Tests/Reference/flow.py, which reads the same file with nothing of ours.
        finding.Readings[0].Value!.Value.ShouldBe(-0.4648042465777425m, 0.0000000000000001m);
        finding.Zone.ShouldBe(Zone.Red);
        finding.Status.ShouldBe(AgreementStatus.Illustrative);
        finding.Releases.ShouldBe([release.Id]);

        // Host: what a person sees, and the way back to the bytes.
        var written = new StringWriter();
        var terminal = new Terminal(written, new StringWriter(), colors: false);
        Board.Show(terminal, agreement, [finding], asOf: null);
        written.ToString().ShouldContain("ILLUSTRATIVE");
        written.ToString().ShouldContain("85235910");
        run.Releases(finding).Single().Sha256.ShouldBe(release.Sha256);
    }
}
