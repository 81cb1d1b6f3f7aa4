using System.Globalization;
using Plimsoll.Sources;
using Plimsoll.Sources.ChinaCustoms;
using Plimsoll.Sources.Comtrade;
using Plimsoll.Sources.Ecb;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Sources;

/// <summary>Rows and sums against Reference/Sources/customs_totals.csv, which a Python script computes from the same files.</summary>
public sealed class CustomsTotalsTests
{
    private static readonly ISourceFormat[] Formats =
        [new GaccHtmlFormat(), new GaccTranscriptFormat(), new ComtradeJsonFormat(), new ComtradeMonthlyCsvFormat(), new BaciCsvFormat(), new EcbSdmxJsonFormat()];

    public static TheoryData<string, int, string, long> Totals() =>
        [.. File.ReadLines(Repository.Reference("Sources/customs_totals.csv")).Skip(1).Select(line => line.Split(','))
            .Select(f => new TheoryDataRow<string, int, string, long>(f[0], int.Parse(f[1], CultureInfo.InvariantCulture), f[2], long.Parse(f[3], CultureInfo.InvariantCulture)))];

    [Theory]
    [MemberData(nameof(Totals))]
    public void Rows_and_sums_are_those_of_the_independent_script(string file, int rows, string value, long kilograms)
    {
        var head = Answers.HeadOf(file);
        var (fault, sink) = Formats.Single(f => f.Recognises(head)).ReadSpecimen(file);
        fault.ShouldBeNull();
        (sink.Rows.Count + sink.Rates.Count).ShouldBe(rows);
        var sum = sink.Rows.Where(r => r.Value != Fixed3.Null).Sum(r => (decimal)r.Value) + sink.Rates.Sum(r => r.Rate);
        sum.ShouldBe(decimal.Parse(value, CultureInfo.InvariantCulture));
        sink.Rows.Where(r => r.QuantityKg != Fixed3.Null).Sum(r => r.QuantityKg).ShouldBe(kilograms);
    }
}
