using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Trade;

public sealed class GeonomenclatureTests
{
    [Theory]
    [InlineData("CN", "China")]
    [InlineData("EL", "Greece")]
    [InlineData("XK", "Kosovo")]
    [InlineData("XI", "United Kingdom (Northern Ireland)")]
    [InlineData("XU", "United Kingdom (excluding Northern Ireland)")]
    [InlineData("RS", "Serbia")]
    [InlineData("QP", "High Seas")]
    [InlineData("QA", "Qatar")]
    public void Codes_have_the_names_of_the_official_list(string code, string name) => Geonomenclature.Find(Of(code)).ShouldNotBeNull().Name.ShouldBe(name);

    [Fact]
    public void A_code_means_what_it_meant_at_the_time()
    {
        Geonomenclature.Find(Of("BE"), Month.Of(1998, 12))!.Name.ShouldBe("Belgium and Luxembourg");
        Geonomenclature.Find(Of("BE"), Month.Of(1999, 1))!.Name.ShouldBe("Belgium");
        Geonomenclature.Find(Of("CS"), Month.Of(1992, 12))!.Name.ShouldBe("Czechoslovakia");
        Geonomenclature.Find(Of("CS"), Month.Of(1993, 1)).ShouldBeNull();
        Geonomenclature.Find(Of("CS"), Month.Of(2004, 1))!.Name.ShouldBe("Serbia and Montenegro");
        Geonomenclature.Find(Of("XI"), Month.Of(2020, 12)).ShouldBeNull();
        Geonomenclature.Find(Of("XI"), Month.Of(2021, 1)).ShouldNotBeNull();
    }

    [Fact] // 342 lines of the PARTNER section of Eurostat's dictionary, counted with grep -cP '^  [A-Z]{2}\t'.
    public void Every_line_of_the_dictionary_is_there() => Geonomenclature.Entries.Count().ShouldBe(342);

    [Fact]
    public void Periods_of_one_code_do_not_overlap()
    {
        foreach (var code in Geonomenclature.Entries.GroupBy(entry => entry.Country))
        {
            code.Zip(code.Skip(1)).ShouldAllBe(pair => pair.First.To < pair.Second.From, code.Key.Code);
        }
    }

    [Theory]
    [InlineData("CHN", "CN")]
    [InlineData("GRC", "EL")]
    [InlineData("SRB", "RS")]
    [InlineData("NAM", "NA")]
    [InlineData("HKG", "HK")]
    [InlineData("TWN", "TW")]
    [InlineData("GBR", "GB")]
    public void Iso3_codes_are_read(string iso3, string code) => Geonomenclature.FromIso3(iso3).Value.ShouldBe(Of(code));

    [Theory]
    [InlineData(0, "WORLD")]
    [InlineData(156, "CN")]
    [InlineData(344, "HK")]
    [InlineData(446, "MO")]
    [InlineData(300, "EL")]
    [InlineData(250, "FR")]
    [InlineData(251, "FR")]
    [InlineData(840, "US")]
    [InlineData(842, "US")]
    [InlineData(356, "IN")]
    [InlineData(699, "IN")]
    [InlineData(490, "TW")]
    [InlineData(688, "RS")]
    public void Numbers_are_read_in_both_variants(int number, string code) => Geonomenclature.FromNumeric(number).Value.ShouldBe(Of(code));

    [Theory]
    [InlineData(697)]
    [InlineData(711)]
    [InlineData(-1)]
    [InlineData(999)]
    public void Groups_and_numbers_of_no_country_are_refused(int number) => Geonomenclature.FromNumeric(number).Fault.ShouldNotBeNull().Code.ShouldBe("TRD-0004");

    [Fact]
    public void The_fault_for_an_unknown_code_names_what_was_meant()
    {
        Geonomenclature.FromIso3("CHM").Fault!.Message.ShouldContain("CN (China)");
        Geonomenclature.NearMatches("Germny").ShouldContain(Of("DE"));
        Geonomenclature.NearMatches("EU27_2021")[0].ShouldBe(Country.Eu27);
        Geonomenclature.NearMatches("QQQQQQQQQQQQ").ShouldBeEmpty();
    }

    [Fact]
    public void Every_entry_belongs_to_a_code_that_is_known()
    {
        Geonomenclature.Entries.ShouldAllBe(entry => Geonomenclature.Knows(entry.Country));
        Geonomenclature.Knows(Country.World).ShouldBeTrue();
        Geonomenclature.Knows(Of("AB")).ShouldBeFalse();
    }

    private static Country Of(string code) => Country.Parse(code).Value;
}
