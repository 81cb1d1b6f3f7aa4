using Plimsoll.Sources.Ecb;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Sources.Ecb;

public sealed class EcbSdmxJsonFormatTests
{
    private const string Specimen = "ecb/ecb_cny_eur_monthly.json";
    private static readonly EcbSdmxJsonFormat Format = new();

    [Fact]
    public void Monthly_averages_keep_every_decimal()
    {
        var sink = Format.ReadSpecimen(Specimen).Sink;
        sink.Rates.Select(r => (r.Currency, r.Base, r.Period.ToString(), r.Rate)).Take(2).ShouldBe(
            [("CNY", "EUR", "2025-10", 8.281034782608698m), ("CNY", "EUR", "2025-11", 8.214915m)]);
        (sink.Header!.Source, sink.Header.Dataset).ShouldBe(("ecb", "EXR"));
        sink.Header.PublishedAt.ShouldBe(new DateTimeOffset(2026, 5, 8, 9, 16, 35, 418, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("8.214915", "null", 1)]
    [InlineData("8.214915", "-1", 1)]
    [InlineData("\"2025-11\",\"name\"", "\"autumn\",\"name\"", 1)]
    [InlineData("\"SP00\"", "\"EN00\"", 7)]
    public void A_rate_that_is_no_average_reference_rate_is_refused(string from, string to, int refused)
    {
        var (fault, sink) = Format.ReadText("e.json", File.ReadAllText(Repository.Specimen(Specimen)).Replace(from, to, StringComparison.Ordinal));
        fault.ShouldBeNull();
        sink.Refusals.Count.ShouldBe(refused);
        (sink.Rates.Count + sink.Refusals.Count).ShouldBe(7);
    }

    [Theory]
    [InlineData("\"CURRENCY_DENOM\"", "\"REF_AREA\"")]
    [InlineData("\"prepared\"", "\"made\"")]
    [InlineData("\"0:0:0:0:0\"", "\"0:9:0:0:0\"")]
    [InlineData("]}]}}}", "]}]")]
    public void Another_dataflow_or_a_cut_answer_is_a_fault(string from, string to) =>
        Format.ReadText("e.json", File.ReadAllText(Repository.Specimen(Specimen)).Replace(from, to, StringComparison.Ordinal))
            .Fault.ShouldNotBeNull().Code.ShouldBe("SRC-0240");
}
