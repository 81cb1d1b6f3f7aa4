using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Trade;

public sealed class CountryTests
{
    [Theory]
    [InlineData("GR", "EL")]
    [InlineData("EL", "EL")]
    [InlineData("UK", "GB")]
    [InlineData("XS", "RS")]
    [InlineData("CN", "CN")]
    [InlineData("EU27_2020", "EU27_2020")]
    public void Spellings_of_one_country_are_one_country(string written, string shown) =>
        Country.Parse(written).Value.Code.ShouldBe(shown);

    [Theory]
    [InlineData("")]
    [InlineData("C")]
    [InlineData("cn")]
    [InlineData("1A")]
    [InlineData("CN ")]
    [InlineData("CN;DROP")]
    public void Other_shapes_are_refused(string text) => Country.Parse(text).Fault.ShouldNotBeNull().Code.ShouldBe("TRD-0002");

    [Theory]
    [InlineData("QP QQ QR QS QU QV QW QX QY QZ ZZ", true)]
    [InlineData("QA QT CN XI XU XK EU27_2020 WORLD", false)]
    public void Secret_codes_are_those_that_name_no_country(string codes, bool secret)
    {
        foreach (var code in codes.Split(' '))
        {
            Country.Parse(code).Value.IsSecret.ShouldBe(secret, code);
        }
    }

    [Fact]
    public void Reading_what_was_written_gives_the_same_country() =>
        Geonomenclature.Entries.ShouldAllBe(entry => Country.Parse(entry.Country.Code).Value == entry.Country);
}
