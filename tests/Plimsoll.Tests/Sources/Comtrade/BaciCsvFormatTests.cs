using Plimsoll.Sources.Comtrade;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Sources.Comtrade;

public sealed class BaciCsvFormatTests
{
    private static readonly BaciCsvFormat Format = new();

    [Fact]
    public void An_extract_takes_its_year_from_the_name_and_loses_the_noise_of_floating_point()
    {
        var sink = Format.ReadText("baci_2022.csv", "i,j,cmd,value\nCHN,DEU,850511,1018.9999999999999\nCHN,GRC,850511,131708958.00000001\n").Sink;
        sink.Refusals.ShouldBeEmpty();
        sink.Rows.Select(r => (r.Reporter.Code, r.Partner.Code, r.Flow, r.Period.ToString(), r.Value)).ShouldBe(
            [("CN", "DE", Flow.Export, "2022", 1_019_000), ("CN", "EL", Flow.Export, "2022", 131_708_958_000)]);
    }

    [Fact]
    public void The_official_columns_are_thousand_dollars_and_tonnes()
    {
        var sink = Format.ReadText("BACI_HS22_Y2024_V202601.csv", "t,i,j,k,v,q\n2024,156,842,10121,         12.345,          0.678\n2024,156,251,850511,7.000,          NA\n").Sink;
        sink.Header!.WholePeriods.ShouldBeTrue();
        sink.Rows.Select(r => (r.Partner.Code, r.Product.Text, r.Value, r.QuantityKg)).ShouldBe(
            [("US", "010121", 12_345_000, 678_000), ("FR", "850511", 7_000_000, Fixed3.Null)]);
    }

    [Theory]
    [InlineData("CHN,XXX,850511,1", "TRD-0004")]
    [InlineData("CHN,DEU,85x511,1", "TRD-0001")]
    [InlineData("CHN,DEU,850511,1.2345", "SRC-0227")]
    [InlineData("CHN,DEU,850511,inf", "SRC-0227")]
    [InlineData("CHN,DEU,850511", "SRC-0230")]
    public void A_line_that_cannot_be_read_is_refused(string line, string code)
    {
        var sink = Format.ReadText("baci_2022.csv", $"i,j,cmd,value\n{line}\nCHN,NAM,850511,1\n").Sink;
        sink.Rows.Single().Partner.Code.ShouldBe("NA");
        sink.Refusals.Select(r => (r.Line, r.Fault.Code)).ShouldBe([(2, code)]);
    }

    [Fact]
    public void An_extract_without_a_year_in_its_name_is_a_fault() =>
        Format.ReadText("extract.csv", "i,j,cmd,value\nCHN,DEU,850511,1\n").Fault.ShouldNotBeNull().Code.ShouldBe("SRC-0228");
}
