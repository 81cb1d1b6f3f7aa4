using System.Text;
using CsCheck;
using Plimsoll.Agreements;
using Plimsoll.Agreements.Evidence;
using Plimsoll.Tests.Agreements.Evidence;
using Plimsoll.Tests.Sources.Comext;
using Plimsoll.Tests.Store;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Agreements.Verifying;

public sealed class VerificationTests(PublishedStore published) : IClassFixture<PublishedStore>
{
    [Theory]
    [InlineData(PublishedStore.BillionADay)]
    [InlineData(PublishedStore.BothSides)]
    [InlineData(PublishedStore.Surge)]
    public void What_was_written_is_verified(string finding)
    {
        var verification = PackFile.Verify(published.Pack(finding).Zip());
        verification.Steps.SelectMany(s => s.Faults).ShouldBeEmpty();
        verification.Finding.ShouldBe(finding);
        verification.Steps.Count.ShouldBe(10);
        verification.NotVerified.ShouldContain(n => n.Contains("--file", StringComparison.Ordinal));
        verification.NotVerified.ShouldContain(n => n.Contains("illustrative – not agreed by the parties", StringComparison.Ordinal));
    }

    // The readings come from the cube and the rows from the SQL engine, so this also holds the two against each other.
    [Fact]
    public void Every_finding_about_the_Union_can_be_proven()
    {
        using var run = new AgreementRun(published.Store, asOf: null, new DateOnly(2026, 7, 1));
        var findings = run.Assess(PublishedStore.Agreement.Agreement!, TestContext.Current.CancellationToken).Where(f => f.Subject.Reporter is "EU27_2020" or "DE" or "PL").ToList();
        findings.Select(f => f.Clause).Distinct(StringComparer.Ordinal).Count().ShouldBe(PublishedStore.Agreement.Agreement!.Clauses.Count);
        findings.SelectMany(f => PackFile.Verify(published.Pack(f.Id).Zip()).Steps.SelectMany(s => s.Faults).Select(fault => $"{f.Id}: {fault}")).ShouldBeEmpty();
    }

    // Three suppliers of 60, 30 and 5, and 5 secret: shares of the named are 12/19, 6/19 and 1/19.
    [Theory]
    [InlineData("hhi", "0.50138504155124653739612188")]
    [InlineData("share", "0.6")]
    public void A_clause_on_suppliers_can_be_proven(string measure, string value)
    {
        using var temporary = new TemporaryStore();
        var rows = string.Concat(
            Bulk.Row("DE", "CN", "85051110", 1, "202401", 60, 1), Bulk.Row("DE", "US", "85051110", 1, "202401", 30, 1), Bulk.Row("DE", "JP", "85051110", 1, "202401", 5, 1),
            Bulk.Row("DE", "QZ", "85051110", 1, "202401", 5, 1), Bulk.Row("DE", "FR", "85051110", 1, "202401", 500, 1));
        temporary.IngestText("full_v2_202401.dat", Bulk.Header + rows, new DateTimeOffset(2024, 3, 18, 10, 0, 0, TimeSpan.Zero));
        var agreement = AgreementFile.Parse(SupplierClause.Text(measure, vintage: "first_release", confidential: "0.2"), "case.yaml");
        agreement.Faults.ShouldBeEmpty();
        using var run = new AgreementRun(temporary.Store, asOf: null, new DateOnly(2026, 7, 1));
        var pack = EvidencePack.Of(run, agreement, FindingId.Parse("case/one@DE.CN.85051110/2024-01").Value, [])!;
        Encoding.UTF8.GetString(pack.Files["finding.json"]).ShouldContain($"\"value\": \"{value}");
        Encoding.UTF8.GetString(pack.Files["rows.csv"]).ShouldNotContain(",FR,");
        PackFile.Verify(pack.Zip()).Steps.SelectMany(s => s.Faults).ShouldBeEmpty();
    }

    // The author of each of these also wrote a new manifest: only the arithmetic is left to find them.
    [Theory]
    [InlineData("rows.csv", "525800000000", "525800000001", "EVI-0005")]
    [InlineData("rows.csv", "8b93e7f295ae18df,EU27_2020,CN,TOTAL,import", "8b93e7f295ae18df,EU27_2020,US,TOTAL,import", "EVI-0005")]
    [InlineData("rows.csv", "newest,reporter,8b93e7f295ae18df,EU27_2020,CN,TOTAL,export,2024,213500000000,EUR,,,,,,e\n", "", "EVI-0005")]
    [InlineData("rows.csv", "8b93e7f295ae18df,EU27_2020,CN,TOTAL,import", "0000000000000000,EU27_2020,CN,TOTAL,import", "EVI-0009")]
    [InlineData("computation.json", "\"value\": \"-312300000000\"", "\"value\": \"-309300000000\"", "EVI-0006")]
    [InlineData("computation.json", "\"partners\": [\n            \"CN\"", "\"partners\": [\n            \"US\"", "EVI-0005")]
    [InlineData("computation.json", "\"limit\": \"-310250000000\"", "\"limit\": \"-300000000000\"", "EVI-0007")]
    [InlineData("computation.json", "\"crossed\": true", "\"crossed\": false", "EVI-0007")]
    [InlineData("computation.json", "\"zone\": \"amber\"", "\"zone\": \"green\"", "EVI-0008")]
    [InlineData("computation.json", "\"judged_on\": \"2024-12-31\"", "\"judged_on\": \"1990-01-01\"", "EVI-0006")]
    [InlineData("computation.json", "\"value\": \"-312300000000\",\n          \"unit\": \"EUR\"", "\"value\": \"-912300000000\",\n          \"unit\": \"\"", "EVI-0006")]
    [InlineData("finding.json", "\"zone\": \"amber\"", "\"zone\": \"red\"", "EVI-0008")]
    [InlineData("finding.json", "\"value\": \"-312300000000\"", "\"value\": \"-312300000001\"", "EVI-0008")]
    [InlineData("finding.json", "\"amber\": \"-310250000000\"", "\"amber\": \"-310250000001\"", "EVI-0008")]
    [InlineData("finding.json", "\"status\": \"illustrative\"", "\"status\": \"agreed\"", "EVI-0007")]
    [InlineData("finding.json", "one billion euro a day", "two billion euro a day", "EVI-0007")]
    [InlineData("agreement.yaml", "amber: -310250000000", "amber: -313000000000", "EVI-0007")]
    [InlineData("releases.json", "\"rows_entered\": 2", "\"rows_entered\": 3", "EVI-0009")]
    [InlineData("releases.json", "2026-07-31T09:00:00", "2026-06-30T09:00:00", "EVI-0008")]
    [InlineData("chart.svg", "−312.3", "−319.3", "EVI-0012")]
    [InlineData("computation.txt", "yes", "no", "EVI-0012")]
    [InlineData("sensitivity.json", "green", "red", "EVI-0012")]
    [InlineData("finding.json", "{", "{ ", "EVI-0004")]
    [InlineData("rows.csv", "EUR", "EUR,", "EVI-0004")]
    public void A_forger_with_a_new_manifest_is_found(string file, string before, string after, string code)
    {
        var verification = PackFile.Verify(PackFile.Forged(published.Pack(PublishedStore.BillionADay), file, before, after));
        verification.Holds.ShouldBeFalse();
        verification.Steps[0].Holds.ShouldBeTrue();
        verification.Steps.SelectMany(s => s.Faults).ShouldContain(f => f.Code == code);
    }

    [Theory]
    [InlineData("proposed", true)]
    [InlineData("illustrative", false)]
    public void What_signatures_made_of_a_proposal_is_named_as_unproven_and_an_illustration_stays_one(string status, bool holds)
    {
        var text = PublishedStore.Agreement.Text.Replace("status: illustrative", $"status: {status}", StringComparison.Ordinal);
        var file = AgreementFile.Parse(text, "agreement.yaml");
        using var run = new AgreementRun(published.Store, asOf: null, new DateOnly(2026, 7, 1));
        var signed = file with { Agreement = file.Agreement! with { Status = AgreementStatus.Agreed } };
        var verification = PackFile.Verify(EvidencePack.Of(run, signed, FindingId.Parse(PublishedStore.BillionADay).Value, [])!.Zip());
        verification.Holds.ShouldBe(holds);
        verification.NotVerified.ShouldContain(n => n.StartsWith($"That limits are agreed: the text calls itself {status}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("MANIFEST.sha256", "  rows.csv\n", "  row.csv\n")]
    [InlineData("MANIFEST.sha256", "VERIFY.md\n", "VERIFY.md\nnothing\n")]
    public void A_changed_line_of_the_manifest_is_named(string file, string before, string after)
    {
        var pack = published.Pack(PublishedStore.BillionADay);
        var files = pack.Files.ToDictionary(StringComparer.Ordinal);
        files[file] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files[file]).Replace(before, after, StringComparison.Ordinal));
        var faults = PackFile.Verify(StoredZip.Write(files)).Steps.SelectMany(s => s.Faults).ToList();
        faults.ShouldAllBe(f => f.Code == "EVI-0003");
        var named = after.Trim().Split('\n').Last();
        faults.ShouldContain(f => f.Text.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public void Any_changed_byte_of_any_file_is_found_and_its_file_named()
    {
        var pack = published.Pack(PublishedStore.BillionADay);
        var names = pack.Files.Keys.ToArray();
        Gen.Select(Gen.Int[0, names.Length - 1], Gen.Int[0, int.MaxValue - 1], Gen.Byte[1, 255]).Sample(
            (file, position, change) =>
            {
                var files = pack.Files.ToDictionary(StringComparer.Ordinal);
                files[names[file]] = Flipped(files[names[file]], position, change);
                var faults = PackFile.Verify(StoredZip.Write(files)).Steps.SelectMany(s => s.Faults).Select(f => f.Text).ToList();
                return faults.Count > 0 && (names[file] == "MANIFEST.sha256" || faults.Contains(names[file], StringComparer.Ordinal));
            },
            iter: 200,
            threads: 1);
    }

    // What these files say is all derived or proven: no byte of them is left to the author, even with a new manifest.
    [Fact]
    public void A_changed_byte_of_what_the_pack_claims_is_found_in_spite_of_a_new_manifest()
    {
        var pack = published.Pack(PublishedStore.BillionADay);
        string[] names = ["finding.json", "agreement.yaml", "clause.md", "computation.txt", "chart.svg", "VERIFY.md", "sensitivity.csv"];
        Gen.Select(Gen.Int[0, names.Length - 1], Gen.Int[0, int.MaxValue - 1], Gen.Byte[1, 255]).Sample(
            (file, position, change) => !PackFile.Verify(PackFile.Forged(pack, names[file], Flipped(pack.Files[names[file]], position, change))).Holds,
            iter: 200,
            threads: 1);
    }

    [Fact]
    public void Any_changed_byte_of_the_zip_is_found()
    {
        var zip = published.Pack(PublishedStore.BillionADay).Zip();
        Gen.Select(Gen.Int[0, zip.Length - 1], Gen.Byte[1, 255]).Sample((position, change) => !PackFile.Verify(Flipped(zip, position, change)).Holds, iter: 200, threads: 1);
        PackFile.Verify(zip[..^1]).Holds.ShouldBeFalse();
        PackFile.Verify([.. zip, 0]).Holds.ShouldBeFalse();
    }

    [Fact]
    public void With_the_files_of_the_source_rows_are_proven_and_left_out_rows_found()
    {
        var pack = published.Pack(PublishedStore.BillionADay);
        var files = PublishedStore.Files.Where(f => f.Directory!.Name == "published").ToArray();
        PackFile.Verify(pack.Zip(), files).Steps.SelectMany(s => s.Faults).ShouldBeEmpty();
        var without = PackFile.Forged(pack, "rows.csv", "newest,reporter,3090ecb1fe7d3039,EU27_2020,CN,TOTAL,import,2020,383500000000,EUR,,,,,,\n", "");
        PackFile.Verify(without, files).Steps[^1].Faults.ShouldHaveSingleItem().Message.ShouldContain("leaves out");
        var invented = PackFile.Forged(pack, "rows.csv", "2021,472000000000", "2021,472000000001");
        PackFile.Verify(invented, files).Steps[^1].Faults.ShouldContain(f => f.Code == "EVI-0011" && f.Text.Contains("472000000001", StringComparison.Ordinal));
    }

    [Fact]
    public void With_some_of_the_files_it_says_how_far_that_reaches()
    {
        var one = PublishedStore.Files.Single(f => f.Name == "2026-07-31.csv");
        var verification = PackFile.Verify(published.Pack(PublishedStore.BillionADay).Zip(), one);
        verification.Holds.ShouldBeTrue();
        verification.Steps[^1].What.ShouldContain("the 2 rows");
        verification.Steps[^1].What.ShouldContain("3 files were not given");
    }

    [Fact]
    public void A_file_that_the_pack_does_not_know_is_refused()
    {
        var other = PublishedStore.Files.Single(f => f.Name == "CN_85235910.csv.gz");
        var verification = PackFile.Verify(published.Pack(PublishedStore.BillionADay).Zip(), other);
        verification.Holds.ShouldBeFalse();
        verification.Steps.SelectMany(s => s.Faults).ShouldContain(f => f.Code == "EVI-0010");
    }

    private static byte[] Flipped(byte[] bytes, int position, byte change)
    {
        byte[] other = [.. bytes];
        other[position % other.Length] ^= change;
        return other;
    }
}
