using Plimsoll.Sources;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Sources.Sdmx;

public sealed class ExtractFormatsTests
{
    [Fact]
    public void Million_euro_become_exact_euro()
    {
        var (fault, sink) = Answer.OfSpecimen("eurostat-api/ea20_ext_st_easitc_CN_US_VN_2020-2025.csv");
        fault.ShouldBeNull();
        sink.Header.ShouldBe(new ReleaseHeader("eurostat-st", "ext_st_easitc", "EUR", "eurostat-tidy-csv/1", WholePeriods: false, PublishedAt: null));
        var first = sink.Rows[0];
        (first.Reporter.Code, first.Partner.Code, first.Product.Text, first.Product.Kind).ShouldBe(("EA20", "CN_X_HK", "SITC5", ProductKind.Other));
        (first.Flow, first.Period.ToString(), first.Value).ShouldBe((Flow.Import, "2020-01", 1_728_200_000_000));
    }

    [Theory]
    [InlineData("M,IMP,TRD_VAL,CN_X_HK,SITC5,EA20,2020-01-01,NA", ObservationFlags.Missing)]
    [InlineData("M,IMP,TRD_VAL,CN_X_HK,SITC5,EA20,2020-01-01,1", ObservationFlags.None)]
    public void A_missing_value_of_the_R_packages_is_missing(string record, ObservationFlags flags) =>
        Answer.Of($"freq,stk_flow,indic_et,partner,sitc06,geo,TIME_PERIOD,values\n{record}\n").Sink.Rows.ShouldHaveSingleItem().Flags.ShouldBe(flags);

    [Fact]
    public void An_adjusted_series_is_not_taken_for_the_level()
    {
        var (_, sink) = Answer.Of("freq,stk_flow,indic_et,partner,sitc06,geo,TIME_PERIOD,values\nM,IMP,TRD_VAL_SCA,CN_X_HK,SITC5,EA20,2020-01-01,1\n");
        var refusal = sink.Refusals.ShouldHaveSingleItem();
        (refusal.Line, refusal.Column, refusal.Fault.Code).ShouldBe((2, 3, "SRC-0123"));
    }

    [Fact]
    public void A_tidy_table_of_another_dataset_is_refused_by_what_it_lacks()
    {
        var fault = Answer.Of("freq,unit,geo,TIME_PERIOD,values\nA,PC,EA20,2020-01-01,1\n", "nama.csv").Fault!;
        fault.Code.ShouldBe("SRC-0110");
        fault.Message.ShouldContain("it has no partner, sitc06, stk_flow, indic_et");
    }

    [Fact]
    public void The_annual_extract_is_normal_trade_by_year()
    {
        var (fault, sink) = Answer.OfSpecimen("eurostat-api/crm_cn8_annual_partner_CN.csv");
        fault.ShouldBeNull();
        (sink.Header!.Source, sink.Header.Dataset).ShouldBe(("comext-annual-extract", "crm-cn8"));
        sink.Rows.ShouldAllBe(r => r.Partner == Country.China && r.Flow == Flow.Import && r.Procedure == "1" && r.Period.Months == 12);
    }

    [Theory]
    [InlineData("freq,stk_flow,indic_et,partner,sitc06,geo,TIME_PERIOD,values\n")]
    [InlineData("DECLARANT_ISO,PARTNER_ISO,PRODUCT_NC,FLOW,PERIOD,VALUE_IN_EUROS\n")]
    public void A_header_alone_says_why(string header) => Answer.Of(header).Fault!.Code.ShouldBe("SRC-0112");
}
