using Plimsoll.Host.Languages;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Host.Languages;

/// <summary>Numbers, periods and names as each language writes them.</summary>
public sealed class NumberTextTests
{
    [Theory]
    [InlineData("en", "EUR −359.8 bn")]
    [InlineData("de", "−359,8 Mrd. EUR")]
    [InlineData("fr", "−359,8 Md EUR")]
    [InlineData("zh", "−3,598亿欧元")]
    public void A_currency_is_scaled_with_the_words_of_the_language(string language, string text) =>
        Plain(Of(language).Numbers.Amount(-359_800_000_000m, "EUR")).ShouldBe(text);

    [Theory]
    [InlineData("en", 0.1523, "ratio", "15.2 %")]
    [InlineData("fr", -0.0735, "points", "−7,4 pt")]
    [InlineData("de", 35438, "EUR", "35,44 Tsd. EUR")]
    [InlineData("zh", 35438, "EUR", "3.54万欧元")]
    [InlineData("en", 0, "EUR", "EUR 0")]
    public void Shares_points_and_small_amounts_read_as_people_write_them(string language, double value, string unit, string text) =>
        Plain(Of(language).Numbers.Amount((decimal)value, unit)).ShouldBe(text);

    [Fact]
    public void No_value_is_a_dash_and_not_zero() => Language.English.Numbers.Amount(null, "EUR").ShouldBe("–");

    [Theory]
    [InlineData("en", "Dec 2025", "2025", "European Union")]
    [InlineData("de", "Dez. 2025", "2025", "Europäische Union")]
    [InlineData("fr", "déc. 2025", "2025", "Union européenne")]
    [InlineData("zh", "2025年12月", "2025年", "欧盟")]
    public void Periods_and_names_are_those_of_the_language(string language, string month, string year, string union)
    {
        Of(language).Period(Period.Parse("2025-12").Value).ShouldBe(month);
        Of(language).Period(Period.Parse("2025").Value).ShouldBe(year);
        Of(language).Country("EU27_2020").ShouldBe(union);
    }

    [Fact]
    public void Every_country_that_reports_to_Eurostat_has_a_name_in_each_language()
    {
        foreach (var country in CountryGroup.Eu27.MembersAt(Month.Of(2025, 1)))
        {
            Language.All.Select(l => l.Country(country.Code)).ShouldAllBe(name => name.Length >= 2 && name != country.Code);
        }
    }

    private static Language Of(string code) => Language.Find(code)!;

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
