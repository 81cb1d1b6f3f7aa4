using Plimsoll.Sources.Comtrade;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Sources.Comtrade;

public sealed class ComtradeMonthlyCsvFormatTests
{
    private static readonly ComtradeMonthlyCsvFormat Format = new();

    [Fact]
    public void A_weight_of_zero_is_no_weight_and_infinite_unit_values_are_not_read()
    {
        var sink = Format.ReadText("d.csv", "period_dt,partner_name,hs6,val,qty,uv\n2017-01-01,Belgium,811292,87500.0,0.0,inf\n2017-02-01,South Korea,250410,501880.0,300948.978,1.66\n").Sink;
        sink.Refusals.ShouldBeEmpty();
        sink.Rows.Select(r => (r.Reporter.Code, r.Partner.Code, r.Flow, r.Period.ToString(), r.Value, r.QuantityKg)).ShouldBe(
            [("CN", "BE", Flow.Export, "2017-01", 87_500_000, Fixed3.Null), ("CN", "KR", Flow.Export, "2017-02", 501_880_000, 300_948_978)]);
    }

    [Fact]
    public void A_derived_table_is_turned_away()
    {
        Format.Recognises(Answers.HeadOf("comtrade/overview_monthly.csv")).ShouldBeTrue();
        Format.ReadSpecimen("comtrade/overview_monthly.csv").Fault.ShouldNotBeNull().Code.ShouldBe("SRC-0229");
    }
}
