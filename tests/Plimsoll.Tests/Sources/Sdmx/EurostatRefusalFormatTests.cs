using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Sources.Sdmx;

public sealed class EurostatRefusalFormatTests
{
    [Theory]
    [InlineData("ds-045409-extraction-too-big.json", "SRC-0101", "10305182 rows estimated, 5000000 allowed. Split the request into at least 3 parts", "EXTRACTION_TOO_BIG")]
    [InlineData("ds-045409-fault-413.xml", "SRC-0101", "17348292 rows estimated, 5000000 allowed. Split the request into at least 4 parts", "EXTRACTION_TOO_BIG")]
    [InlineData("ds-999999-statistics.json", "SRC-0102", "not available", "ERR_NOT_FOUND_4: DS-999999")]
    [InlineData("ds-999999-data.xml", "SRC-0102", "not available", "ERR_NOT_FOUND_2: DATA_SET:DS-999999")]
    [InlineData("ds-045409-datastructure.xml", "SRC-0100", "structure message", "DS-045409")]
    [InlineData("comext_dataflows_2026-09-25.csv", "SRC-0100", "list of dataflows", "dataflow,dsd_version")]
    public void A_recorded_refusal_is_told_with_its_message_and_a_remedy(string file, string code, string message, string text)
    {
        var (fault, sink) = Answer.OfSpecimen($"eurostat-api/{file}");
        fault!.Code.ShouldBe(code);
        fault.Message.ShouldContain(message);
        fault.Text.ShouldStartWith(text);
        sink.RowsIn.ShouldBe(0);
    }

    [Theory]
    [InlineData("""{"error":[{"status":400,"id":150,"label":"INVALID_QUERY_DIMENSION_VALUE: product"}]}""", "a.json", "SRC-0103")]
    [InlineData("""{"error":{"status":500}}""", "a.json", "SRC-0103")]
    [InlineData("""{"error":[{"status":413,"label":"EXTRACTION_TOO_BIG"}]}""", "a.json", "SRC-0101")]
    [InlineData("<!DOCTYPE html><html><head><title>Service unavailable</title></head></html>", "data.csv", "SRC-0104")]
    [InlineData("\n<html><a href='https://ec.europa.eu/eurostat'>Eurostat</a></html>", "page.html", "SRC-0104")]
    [InlineData("""{"meta":{"id":"x"},"data":{"dataSets":[]}}""", "a.json", "SRC-0105")]
    [InlineData("""<?xml version="1.0"?><m:GenericData xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message"/>""", "a.xml", "SRC-0105")]
    public void Each_kind_of_refusal_has_its_code(string answer, string file, string code) => Answer.Of(answer, file).Fault!.Code.ShouldBe(code);

    [Theory]
    [InlineData("<html><table><tr><td>China Customs</td></tr></table></html>", "page.html")]
    [InlineData("<?xml version=\"1.0\"?><gesmes:Envelope xmlns:gesmes=\"http://www.gesmes.org/xml/2002-08-01\"/>", "eurofxref.xml")]
    [InlineData("{\"data\":[{\"reporterCode\":156}]}", "comtrade.json")]
    [InlineData("REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,FLOW,STAT_PROCEDURE,PERIOD,VALUE_EUR\n", "full_v2_202402.dat")]
    [InlineData("DECLARANT,DECLARANT_ISO,PARTNER,PARTNER_ISO,TRADE_TYPE,PRODUCT_NC,FLOW,STAT_REGIME,SUPP_UNIT,PERIOD,VALUE_IN_EUROS\n", "full.dat")]
    [InlineData("", "empty.csv")]
    public void Other_sources_are_left_alone(string answer, string file) =>
        Answer.Recognise(System.Text.Encoding.UTF8.GetBytes(answer), file).ShouldBeEmpty();

    [Fact]
    public void A_hostile_head_costs_no_time()
    {
        string[] heads = [string.Concat(Enumerable.Repeat("<title", 10_000)), "<x " + string.Concat(Enumerable.Repeat("<S:Fault", 8_000)), "{" + string.Concat(Enumerable.Repeat("\"class\" ", 8_000))];
        foreach (var head in heads)
        {
            Answer.Recognise(System.Text.Encoding.UTF8.GetBytes(head), "a.json");
        }
    }
}
