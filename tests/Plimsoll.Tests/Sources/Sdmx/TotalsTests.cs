using System.Globalization;
using Plimsoll.Sources;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Sources.Sdmx;

/// <summary>Our sums against those of Reference/Sources/eurostat_totals.py.</summary>
public sealed class TotalsTests
{
    [Theory]
    [InlineData("CN_48064010.csv.gz")]
    [InlineData("CN_85235910.csv.gz")]
    [InlineData("ea20_ext_st_easitc_CN_US_VN_2020-2025.csv")]
    [InlineData("crm_cn8_annual_partner_CN.csv")]
    public void A_file_sums_to_the_same_thousandth(string file)
    {
        var (fault, sink) = Answer.OfSpecimen($"eurostat-api/{file}");
        fault.ShouldBeNull();
        sink.Refusals.ShouldBeEmpty();
        $"{file},{Totals(sink.Rows)}".ShouldBe(Reference(file));
    }

    private static string Reference(string file) => File.ReadLines(Repository.Reference("Sources/eurostat_totals.csv"))
        .Single(line => line.StartsWith(file + ",", StringComparison.Ordinal));

    private static string Totals(List<Observation> rows) =>
        $"{rows.Count},{Sum(rows.Select(r => r.Value))},{Sum(rows.Select(r => r.QuantityKg))}";

    private static string Sum(IEnumerable<long> thousandths)
    {
        var given = thousandths.Where(t => t != Fixed3.Null).ToList();
        var sum = given.Aggregate((Int128)0, (total, t) => total + t);
        return string.Create(CultureInfo.InvariantCulture, $"{given.Count},{Fixed3.ToDecimal(sum):F3}");
    }
}
