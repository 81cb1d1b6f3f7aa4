using CsCheck;
using Plimsoll.Indicators.Concentration;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Indicators.Concentration;

public sealed class SupplierConcentrationTests
{
    [Fact]
    public void Index_and_interval_are_those_of_the_reference_script()
    {
        var rows = ReferenceCsv.Rows("concentration.csv");
        rows.Count.ShouldBe(60);
        foreach (var row in rows)
        {
            var found = SupplierConcentration.Of(row[0].Split(' ').Select(ReferenceCsv.Number), ReferenceCsv.Number(row[1]), ReferenceCsv.Number(row[2])).Value;
            found.Index.ShouldBe(ReferenceCsv.Number(row[3]), 1e-24m);
            found.Lowest.ShouldBe(ReferenceCsv.Number(row[4]), 1e-24m);
            found.Highest.ShouldBe(ReferenceCsv.Number(row[5]), 1e-24m);
        }
    }

    [Fact]
    public void However_the_secret_part_is_shared_out_the_index_stays_inside_the_interval() =>
        Gen.Select(Gen.Int[1, 1000].Array[1, 8], Gen.Int[0, 500].Array[1, 8], Gen.Int[0, 300]).Sample((known, secrets, newcomer) =>
        {
            decimal secret = secrets.Take(known.Length).Sum() + newcomer;
            var interval = SupplierConcentration.Of(known.Select(k => (decimal)k), secret).Value;
            var revealed = known.Select((k, i) => (decimal)k + (i < secrets.Length ? secrets[i] : 0)).Append(newcomer);
            var truth = SupplierConcentration.Of(revealed).Value.Index;
            return truth >= interval.Lowest - 1e-24m && truth <= interval.Highest + 1e-24m
                && interval.Index >= interval.Lowest && interval.Index <= interval.Highest + 1e-24m;
        });

    [Fact]
    public void Equal_suppliers_count_as_many_as_they_are()
    {
        var four = SupplierConcentration.Of([5m, 5m, 5m, 5m]).Value;
        four.Index.ShouldBe(0.25m);
        four.EffectiveSuppliers.ShouldBe(4m);
        four.LargestShare.ShouldBe(0.25m);
        four.LargestThreeShare.ShouldBe(0.75m);
    }

    [Fact]
    public void A_tenth_that_is_secret_still_allows_a_verdict_and_more_does_not()
    {
        SupplierConcentration.Of([90m], 10m).Value.Verdict.Value.ShouldBe(1m);
        SupplierConcentration.Of([90m], 10.001m).Value.Verdict.Fault!.Code.ShouldBe("IND-0011");
    }

    [Fact]
    public void Without_a_known_supplier_there_is_nothing_to_say()
    {
        SupplierConcentration.Of([], 10m).Fault!.Code.ShouldBe("IND-0008");
        SupplierConcentration.Of([0m]).Fault!.Code.ShouldBe("IND-0008");
        SupplierConcentration.Of([5m, -1m]).Fault!.Code.ShouldBe("IND-0015");
        SupplierConcentration.Of([5m], -1m).Fault!.Code.ShouldBe("IND-0015");
    }

    [Theory]
    [InlineData("CN", true)]
    [InlineData("GB", true)]
    [InlineData("QZ", true)]
    [InlineData("XI", false)]
    [InlineData("QY", false)]
    [InlineData("DE", false)]
    [InlineData("EL", false)]
    [InlineData("WORLD", false)]
    [InlineData("EU27_2020", false)]
    public void Suppliers_outside_the_Union_are_single_countries_beyond_its_border(string code, bool counts) =>
        SupplierScope.OutsideUnion(BlockBuilder.Country(code)).ShouldBe(counts);
}
