using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Plimsoll.Agreements;
using Plimsoll.Agreements.Adoption;
using Plimsoll.Agreements.Evidence;
using Plimsoll.Tests.Agreements.Verifying;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Agreements.Evidence;

public sealed class EvidencePackTests(PublishedStore published) : IClassFixture<PublishedStore>
{
    // A later release of the source changes the pack on purpose: run with GOLDEN=accept and read the difference.
    [Theory]
    [InlineData("finding.json")]
    [InlineData("clause.md")]
    [InlineData("computation.txt")]
    [InlineData("computation.json")]
    [InlineData("rows.csv")]
    [InlineData("releases.json")]
    [InlineData("sensitivity.csv")]
    [InlineData("objections.json")]
    [InlineData("chart.svg")]
    [InlineData("VERIFY.md")]
    public void A_pack_is_as_approved(string file) => Text(published.Pack(PublishedStore.BillionADay), file).ShouldMatchGolden($"billion-a-day-2024.{file}");

    [Theory]
    [InlineData(PublishedStore.BillionADay)]
    [InlineData(PublishedStore.BothSides)]
    [InlineData(PublishedStore.Surge)]
    public void Another_party_with_the_same_releases_writes_the_same_bytes(string finding)
    {
        using var other = new PublishedStore(backwards: true);
        other.Pack(finding).Zip().ShouldBe(published.Pack(finding).Zip());
    }

    [Fact]
    public void A_machine_of_another_language_writes_the_same_bytes()
    {
        var (before, here) = (CultureInfo.CurrentCulture, published.Pack(PublishedStore.Surge).Zip());
        try
        {
            CultureInfo.CurrentCulture = PublishedStore.OtherLanguage;
            published.Pack(PublishedStore.Surge).Zip().ShouldBe(here);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Nothing_of_the_day_the_place_or_the_machine_stands_in_a_pack()
    {
        var pack = published.Pack(PublishedStore.BillionADay);
        var all = string.Concat(pack.Files.Values.Select(Encoding.UTF8.GetString));
        all.ShouldNotContain(published.Store.Root.FullName);
        all.ShouldNotContain("retrieved_at");
        all.ShouldNotContain("\r");
    }

    // Published: exports 213.5 and imports 525.8 billion follow from the growth rates published by July 2026 (data/snapshot/PROVENANCE.md).
    [Fact]
    public void The_rows_are_those_of_the_newest_release_and_not_the_ones_that_it_replaced()
    {
        var rows = Text(published.Pack(PublishedStore.BillionADay), "rows.csv").Split('\n').Where(l => l.Contains(",2024,", StringComparison.Ordinal)).ToList();
        rows.ShouldBe(
        [
            "newest,reporter,8b93e7f295ae18df,EU27_2020,CN,TOTAL,import,2024,525800000000,EUR,,,,,,e",
            "newest,reporter,8b93e7f295ae18df,EU27_2020,CN,TOTAL,export,2024,213500000000,EUR,,,,,,e",
        ]);
    }

    [Fact]
    public void A_pack_as_of_a_day_has_the_figures_of_that_day_and_says_so()
    {
        var pack = published.Pack(PublishedStore.BillionADay, new DateOnly(2025, 4, 1));
        pack.Name.ShouldEndWith("_as-of-2025-04-01");
        Text(pack, "rows.csv").ShouldContain("2025-04-01,reporter,bb16a19927ae98e9,EU27_2020,CN,TOTAL,import,2024,517800000000,EUR");
        Text(pack, "finding.json").ShouldContain("\"zone\": \"green\"");
        Text(pack, "releases.json").ShouldNotContain("2026-07-31");
        Text(pack, "chart.svg").ShouldContain("Green in 2024, on the figures known on 2025-04-01");
    }

    [Theory]
    [InlineData("finding.json")]
    [InlineData("computation.txt")]
    [InlineData("clause.md")]
    [InlineData("chart.svg")]
    [InlineData("VERIFY.md")]
    [InlineData("sensitivity.csv")]
    public void Illustrative_stands_beside_every_colour(string file) => Text(published.Pack(PublishedStore.Surge), file).ShouldContain("llustrative");

    [Fact]
    public void Every_line_of_a_table_with_a_zone_has_its_status()
    {
        var pack = published.Pack(PublishedStore.Surge);
        var zones = Text(pack, "computation.txt").Split("4. ZONES")[1].Split('\n').Where(l => l.StartsWith("  2", StringComparison.Ordinal)).ToList();
        zones.Count.ShouldBe(25);
        zones.Concat(Text(pack, "sensitivity.csv").TrimEnd('\n').Split('\n').Skip(1)).ShouldAllBe(l => l.Contains("illustrative", StringComparison.Ordinal));
    }

    [Fact]
    public void Sensitivity_never_holds_dollars_against_limits_in_euro()
    {
        var rows = JsonDocument.Parse(published.Pack(PublishedStore.BillionADay).Files["sensitivity.json"]).RootElement.EnumerateArray().ToList();
        var counterpart = rows.Single(r => r.GetProperty("to").GetString() == "counterpart");
        counterpart.GetProperty("value").GetString().ShouldBe("-247100000000");
        counterpart.GetProperty("zone").ValueKind.ShouldBe(JsonValueKind.Null);
        rows.Select(r => r.GetProperty("change").GetString()).Distinct(StringComparer.Ordinal).ShouldBe(["as_found", "basis", "partner", "period", "vintage"]);
        rows.Where(r => r.GetProperty("change").GetString() == "vintage").Select(r => $"{r.GetProperty("to").GetString()} {r.GetProperty("zone").GetString()}").ShouldBe(["2025-03-28 green", "2026-07-31 amber"]);
    }

    // China Customs counts in dollars and no agreement names its figures by product: neither can be joined with limits in euro.
    [Theory]
    [InlineData(PublishedStore.BillionADay, "counterpart ")]
    [InlineData(PublishedStore.Surge, "counterpart not_assessable")]
    [InlineData(PublishedStore.BothSides, "reporter red, counterpart red, either red")]
    public void Sensitivity_joins_the_sides_only_where_both_have_figures_in_the_unit_of_the_limits(string finding, string bases)
    {
        var rows = JsonDocument.Parse(published.Pack(finding).Files["sensitivity.json"]).RootElement.EnumerateArray().Where(r => r.GetProperty("change").GetString() == "basis");
        string.Join(", ", rows.Select(r => $"{r.GetProperty("to").GetString()} {r.GetProperty("zone").GetString()}")).ShouldBe(bases);
    }

    // Nothing makes more of a text that calls itself an illustration, although its signatures are named; of a proposal both signatures do.
    [Fact]
    public void Signatures_travel_with_the_finding_and_decide_its_status_where_the_text_is_a_proposal()
    {
        var proposal = AgreementFile.Parse(PublishedStore.Agreement.Text.Replace("status: illustrative", "status: proposed", StringComparison.Ordinal), "proposal.yaml");
        var signed = new TextAdoption(["east.example", "west.example"], AgreementStatus.Agreed, [new("east.example", 2, new DateTimeOffset(2026, 7, 1, 8, 0, 0, TimeSpan.Zero), "AAAA")]);
        using var run = new AgreementRun(published.Store, null, new DateOnly(2026, 7, 1));
        string Status(AgreementFile file, params TextAdoption[] adoptions)
        {
            var pack = EvidencePack.Of(run, file, FindingId.Parse(PublishedStore.BillionADay).Value, [], adoptions)!;
            PackFile.Verify(pack.Zip()).Holds.ShouldBeTrue();
            pack.Files.ContainsKey("signatures.json").ShouldBe(adoptions.Length > 0);
            return JsonElement.Parse(Text(pack, "finding.json")).GetProperty("status").GetString()!;
        }

        Status(PublishedStore.Agreement, signed).ShouldBe("illustrative");
        Status(proposal).ShouldBe("proposed");
        Status(proposal, signed).ShouldBe("agreed");
        Status(proposal, signed with { Status = AgreementStatus.Suspended }).ShouldBe("suspended");
        Status(proposal, signed, signed with { Signatories = ["x.example", "y.example"], Status = AgreementStatus.Suspended }).ShouldBe("proposed", "two sets that differ");
    }

    [Fact]
    public void Objections_travel_with_the_finding()
    {
        var pack = published.Pack(PublishedStore.BillionADay, null, new Objection("CN", new DateOnly(2026, 7, 3), "Services are left out.", "https://example.org/note"));
        Text(pack, "objections.json").ShouldContain("Services are left out.");
    }

    [Fact]
    public void Any_unzip_reads_the_zip_and_any_sha256sum_the_manifest()
    {
        var pack = published.Pack(PublishedStore.BothSides);
        using var zip = new ZipArchive(new MemoryStream(pack.Zip()));
        zip.Entries.Select(e => e.FullName).ShouldBe(pack.Files.Keys.Order(StringComparer.Ordinal));
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            bytes.ToArray().ShouldBe(pack.Files[entry.FullName]);
        }

        var manifest = Text(pack, "MANIFEST.sha256").TrimEnd('\n').Split('\n').Select(l => l.Split("  ")).ToDictionary(l => l[1], l => l[0], StringComparer.Ordinal);
        manifest.Keys.ShouldBe(pack.Files.Keys.Where(f => f != "MANIFEST.sha256"), ignoreOrder: true);
        manifest.ShouldAllBe(l => Convert.ToHexStringLower(SHA256.HashData(pack.Files[l.Key])) == l.Value);
    }

    [Fact]
    public void A_folder_with_a_file_of_somebody_else_is_left_alone()
    {
        var parent = Directory.CreateTempSubdirectory("plimsoll-evidence-");
        try
        {
            var pack = published.Pack(PublishedStore.BillionADay);
            var (folder, _) = pack.WriteTo(parent);
            pack.WriteTo(parent);
            File.WriteAllText(Path.Combine(folder.FullName, "notes.txt"), "mine");
            Should.Throw<OutsideException>(() => pack.WriteTo(parent)).Code.ShouldBe("EVI-0020");
            File.ReadAllText(Path.Combine(folder.FullName, "notes.txt")).ShouldBe("mine");
        }
        finally
        {
            parent.Delete(recursive: true);
        }
    }

    private static string Text(EvidencePack pack, string file) => Encoding.UTF8.GetString(pack.Files[file]);
}
