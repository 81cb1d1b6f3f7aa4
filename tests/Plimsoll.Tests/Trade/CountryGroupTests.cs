using CsCheck;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Trade;

public sealed class CountryGroupTests
{
    private static readonly Month Today = Month.Of(2026, 1);

    [Theory] // Sizes are in the groups' own names, or counted by hand.
    [InlineData("EU27_2020", 27)]
    [InlineData("EU28", 28)]
    [InlineData("EU27_2007", 27)]
    [InlineData("EU25", 25)]
    [InlineData("EU15", 15)]
    [InlineData("EA19", 19)]
    [InlineData("EA20", 20)]
    [InlineData("EA21", 21)]
    [InlineData("EU27_2020_NEA19", 8)]
    [InlineData("EU27_2020_NEA20", 7)]
    [InlineData("EU27_2020_NEA21", 6)]
    [InlineData("CN_X_HK", 1)]
    [InlineData("CN_HK_MO", 3)]
    [InlineData("SECRET", 3)]
    public void Fixed_groups_have_the_size_that_they_say_in_every_month(string code, int size) =>
        Gen.Int[1988, 2030].Sample(year => Named(code).MembersAt(Month.Of(year, 1)).Count == size);

    [Theory] // Accession treaties: 1973, 1981, 1986, 1995, 1 May 2004, 2007, 1 July 2013; withdrawal on 31 January 2020.
    [InlineData(1972, 12, 6)]
    [InlineData(1973, 1, 9)]
    [InlineData(1981, 1, 10)]
    [InlineData(1986, 1, 12)]
    [InlineData(1994, 12, 12)]
    [InlineData(1995, 1, 15)]
    [InlineData(2004, 4, 15)]
    [InlineData(2004, 5, 25)]
    [InlineData(2007, 1, 27)]
    [InlineData(2013, 6, 27)]
    [InlineData(2013, 7, 28)]
    [InlineData(2020, 1, 28)]
    [InlineData(2020, 2, 27)]
    public void The_historical_union_grows_and_shrinks_with_the_treaties(int year, int month, int size) =>
        CountryGroup.HistoricalEu.MembersAt(Month.Of(year, month)).Count.ShouldBe(size);

    [Theory]
    [InlineData(1999, 11)]
    [InlineData(2001, 12)]
    [InlineData(2007, 13)]
    [InlineData(2008, 15)]
    [InlineData(2009, 16)]
    [InlineData(2011, 17)]
    [InlineData(2014, 18)]
    [InlineData(2015, 19)]
    [InlineData(2023, 20)]
    [InlineData(2026, 21)]
    public void The_euro_area_grows_with_each_adoption_of_the_euro(int year, int size) => Named("EA").MembersAt(Month.Of(year, 1)).Count.ShouldBe(size);

    [Fact]
    public void The_union_of_today_and_of_history_agree_since_the_withdrawal() =>
        CountryGroup.HistoricalEu.MembersAt(Today).ShouldBe(CountryGroup.Eu27.MembersAt(Today));

    [Fact]
    public void Greece_is_a_member_under_either_of_its_codes() =>
        CountryGroup.Eu27.Has(Country.Parse("GR").Value, Today).ShouldBeTrue();

    [Fact]
    public void Inside_and_outside_share_no_partner_and_leave_out_only_northern_ireland() =>
        Gen.Int[Month.Of(1988, 1).Index, Month.Of(2026, 12).Index].Select(index => new Month(index)).Sample(month =>
        {
            var inside = Named("INT_EU27_2020").MembersAt(month);
            var outside = Named("EXT_EU27_2020").MembersAt(month);
            inside.Intersect(outside).ShouldBeEmpty();
            Named("WORLD").MembersAt(month).Except(inside).Except(outside).ShouldBeSubsetOf([Country.Parse("XI").Value]);
        });

    [Fact]
    public void The_euro_area_and_the_rest_make_up_the_union()
    {
        foreach (var size in new[] { "19", "20", "21" })
        {
            Named("EA" + size).MembersAt(Today).Concat(Named("EU27_2020_NEA" + size).MembersAt(Today)).Order().ShouldBe(CountryGroup.Eu27.MembersAt(Today));
        }
    }

    [Fact]
    public void Every_member_of_every_group_exists_in_the_geonomenclature() =>
        CountryGroup.All.SelectMany(group => group.MembersAt(Today)).ShouldAllBe(country => Geonomenclature.Find(country, Today) != null);

    [Fact]
    public void A_sum_of_codes_is_read_as_its_group() => CountryGroup.Parse("CN+HK+MO").Value.ShouldBeSameAs(CountryGroup.ChinaHongKongMacao);

    [Fact]
    public void An_unknown_group_is_refused_with_the_near_ones()
    {
        var fault = CountryGroup.Parse("EU27_2021").Fault.ShouldNotBeNull();
        fault.Code.ShouldBe("TRD-0004");
        fault.Message.ShouldContain("EU27_2020");
    }

    private static CountryGroup Named(string code) => CountryGroup.Parse(code).Value;
}
