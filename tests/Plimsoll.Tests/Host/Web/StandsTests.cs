using Plimsoll.Agreements;
using Plimsoll.Host.Cli;
using Plimsoll.Host.Web;
using Plimsoll.Tests.Agreements;
using Plimsoll.Tests.Consultations.Delivery;
using Plimsoll.Tests.Sources.Comext;
using Plimsoll.Tests.Store;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Host.Web;

/// <summary>What a server keeps of an agreement held against its store.</summary>
public sealed class StandsTests
{
    private readonly HandClock clock = new(new DateTimeOffset(2026, 7, 31, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_server_that_runs_for_weeks_goes_with_the_calendar()
    {
        using var temporary = new TemporaryStore();
        var stands = new Stands(temporary.Store, Bundled.Load(Bundled.DefaultAgreement).Agreement!, clock);
        string Month() => stands.Of(null).Findings.First(f => f.Clause == "rolling-goods-deficit").Period.ToString();
        var before = stands.Of(null);
        Month().ShouldBe("2026-07");
        stands.Of(null).ShouldBeSameAs(before);
        clock.Now += TimeSpan.FromDays(1);
        Month().ShouldBe("2026-08");
    }

    [Fact]
    public void What_could_not_be_read_once_is_read_again()
    {
        using var temporary = new TemporaryStore();
        var row = Bulk.Row("DE", "CN", SupplierClause.Product, 1, "202401", 60, 1) + Bulk.Row("DE", "US", SupplierClause.Product, 1, "202401", 40, 1);
        temporary.IngestText("full_v2_202401.dat", Bulk.Header + row, new DateTimeOffset(2024, 3, 18, 10, 0, 0, TimeSpan.Zero));
        var stands = new Stands(temporary.Store, AgreementFile.Parse(SupplierClause.Text(), "case.yaml").Agreement!, clock);
        var folder = Directory.EnumerateDirectories(Path.Combine(temporary.Store.Root.FullName, "releases")).Single();
        var part = Directory.EnumerateFiles(folder, "*.parquet").Single();
        Directory.Delete(Path.Combine(temporary.Store.Root.FullName, "cube"), recursive: true);
        var bytes = File.ReadAllBytes(part);
        File.WriteAllBytes(part, bytes[..(bytes.Length / 2)]);
        Should.Throw<Exception>(() => stands.Of(null));
        File.WriteAllBytes(part, bytes);
        stands.Of(null).Findings.ShouldHaveSingleItem().Zone.ShouldBe(Zone.Red);
    }
}
