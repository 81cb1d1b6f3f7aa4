using Plimsoll.Sources;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Sources;

public sealed class CustomsRecognitionTests
{
    [Theory]
    [InlineData("gacc/release_section4_by_country_janfeb2025_cny.html", "gacc-html/1")]
    [InlineData("gacc/release_section4_by_country_jan2018_cny.html", "gacc-html/1")]
    [InlineData("gacc/seed_2026.html", "gacc-html/1")]
    [InlineData("gacc/gacc_rare_earth_headline_may2026_usd.csv", "gacc-transcript/1")]
    [InlineData("comtrade/comtradr__HS-60a6ad.json", "comtrade-json/1")]
    [InlineData("comtrade/comtradr__HS-a503f3.json", "comtrade-json/1")]
    [InlineData("comtrade/china_811292_monthly.csv", "comtrade-monthly-csv/1")]
    [InlineData("comtrade/overview_monthly.csv", "comtrade-monthly-csv/1")]
    [InlineData("baci/baci_2022.csv", "baci-csv/1")]
    [InlineData("ecb/ecb_cny_eur_monthly.json", "ecb-sdmx-json/1")]
    public void The_front_door_finds_one_format_for_each_answer(string specimen, string format)
    {
        var head = Answers.HeadOf(specimen);
        var found = SourceReader.Formats.Where(f => f.Recognises(head)).Select(f => f.Id).ToList();
        found[0].ShouldBe(format);
        found.Skip(1).Where(id => !id.StartsWith("eurostat-refusal", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
