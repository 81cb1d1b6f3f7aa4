using System.Globalization;
using CsCheck;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Trade;

public sealed class ProductFamilyTests
{
    /// <summary>Made by Reference/nomenclature/count_nomenclature.py: union-find over (year, code), written apart from this code.</summary>
    public static TheoryData<int, int, int, int, int, int, int> Partitions => [.. File.ReadLines(Repository.Reference("nomenclature/families.csv")).Skip(1)
        .Select(line => line.Split(',').Select(cell => int.Parse(cell, CultureInfo.InvariantCulture)).ToArray())
        .Select(cell => (cell[0], cell[1], cell[2], cell[3], cell[4], cell[5], cell[6]))];

    [Theory]
    [InlineData("85051100")]
    [InlineData("85051110")]
    [InlineData("85051190")]
    public void A_split_code_and_its_parts_are_one_family(string asked)
    {
        var family = Of(asked, 2022, 2023).Value;
        Text(family.CodesIn(2022)).ShouldBe("85051100");
        Text(family.CodesIn(2023)).ShouldBe("85051110 85051190");
        family.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Within_one_year_a_family_is_its_code()
    {
        var family = Of("85051110", 2023, 2023).Value;
        family.IsOneCode.ShouldBeTrue();
        family.Name.Text.ShouldBe("85051110");
    }

    [Fact] // 85044030 is spread over five codes that each took in another old code: six old codes, five new ones.
    public void Everything_that_was_merged_comes_along()
    {
        var family = Of("85044055", 2022, 2023).Value;
        Text(family.CodesIn(2022)).ShouldBe("85044030 85044055 85044082 85044084 85044088 85044090");
        Text(family.CodesIn(2023)).ShouldBe("85044060 85044083 85044085 85044086 85044095");
    }

    [Fact]
    public void An_unchanged_code_is_alone_in_all_years()
    {
        var family = Of("39206290", 2017, 2025).Value;
        family.IsOneCode.ShouldBeTrue();
        Years(2017, 2025).Select(year => Text(family.CodesIn(year))).ShouldAllBe(codes => codes == "39206290");
    }

    [Fact]
    public void A_family_that_reaches_into_another_heading_says_so() =>
        Of("02089098", 2021, 2022).Value.Warnings.ShouldHaveSingleItem().Code.ShouldBe("TRD-0013");

    [Fact]
    public void Crossing_into_2026_carries_over_and_says_so() =>
        Of("39206290", 2025, 2026).Value.Warnings.Select(warning => warning.Code).ShouldBe(["TRD-0014"]);

    [Fact] // 2023 brought 10061090 and six more codes of rice for which no relation is published.
    public void Siblings_that_appear_without_a_relation_are_named() =>
        Of("10061030", 2022, 2023).Value.Warnings.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            warning => warning.Code.ShouldBe("TRD-0015"),
            warning => warning.Text.ShouldBe("10061090"));

    [Theory]
    [InlineData("30029090", 2022, 2023, "TRD-0011")]
    [InlineData("85241200", 2021, 2022, "TRD-0011")]
    [InlineData("38180010", 2024, 2026, "TRD-0011")]
    [InlineData("38180011", 2024, 2026, "TRD-0011")]
    [InlineData("39206291", 2022, 2023, "TRD-0010")]
    [InlineData("85051110", 2020, 2022, "TRD-0010")]
    [InlineData("850511", 2022, 2023, "TRD-0010")]
    [InlineData("TOTAL", 2022, 2023, "TRD-0010")]
    [InlineData("39206290", 1987, 2023, "TRD-0012")]
    [InlineData("39206290", 2022, 2027, "TRD-0012")]
    [InlineData("39206290", 2023, 2022, "TRD-0012")]
    public void Without_a_family_there_is_a_reason(string code, int from, int to, string fault) =>
        Of(code, from, to).Fault.ShouldNotBeNull().Code.ShouldBe(fault);

    [Theory]
    [MemberData(nameof(Partitions))]
    public void Families_are_the_components_that_an_independent_union_find_gives(int from, int to, int families, int refused, int several, int largest, int spanning)
    {
        var all = Families(from, to).ToList();
        all.Count.ShouldBe(families);
        all.Count(family => !family.IsOneCode).ShouldBe(several);
        all.Max(family => family.AllCodes.Count).ShouldBe(largest);
        all.Count(family => family.Warnings.Any(warning => string.Equals(warning.Code, "TRD-0013", StringComparison.Ordinal))).ShouldBe(spanning);
        (Years(from, to).Sum(year => Nomenclature.Codes(year).Count) - all.Sum(family => Years(from, to).Sum(year => family.CodesIn(year).Count))).ShouldBe(refused);
    }

    [Fact]
    public void Every_member_of_a_family_leads_to_all_of_it() =>
        Gen.Select(Gen.Int[2017, 2024], Gen.Int[0, 9400]).Sample((year, index) =>
        {
            var asked = Of(Nomenclature.Codes(year)[index].Text, year, year + 1);
            if (asked.Ok)
            {
                // A member may lead further: a code that was given to another product stood in a year in which the family has others.
                foreach (var code in asked.Value.AllCodes)
                {
                    asked.Value.AllCodes.Except(Of(code.Text, year, year + 1).Value.AllCodes).ShouldBeEmpty();
                }
            }
        });

    private static IEnumerable<ProductFamily> Families(int from, int to)
    {
        var seen = new HashSet<(int Year, ProductCode Code)>();
        foreach (var (year, code) in Years(from, to).SelectMany(year => Nomenclature.Codes(year).Select(code => (year, code))))
        {
            if (!seen.Contains((year, code)) && ProductFamily.Of(code, from, to) is { Ok: true, Value: var family })
            {
                seen.UnionWith(Years(from, to).SelectMany(at => family.CodesIn(at).Select(member => (at, member))));
                yield return family;
            }
        }
    }

    private static IEnumerable<int> Years(int from, int to) => Enumerable.Range(from, to - from + 1);

    private static Parsed<ProductFamily> Of(string code, int from, int to) => ProductFamily.Of(ProductCode.Parse(code).Value, from, to);

    private static string Text(IEnumerable<ProductCode> codes) => string.Join(' ', codes);
}
