using System.Globalization;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Trade;

public sealed class RelationsTests
{
    /// <summary>Made by Reference/nomenclature/count_nomenclature.py from the source.</summary>
    public static TheoryData<int, int, int, int> Steps => [.. File.ReadLines(Repository.Reference("nomenclature/relations.csv")).Skip(1)
        .Select(line => line.Split(',').Select(cell => int.Parse(cell, CultureInfo.InvariantCulture)).ToArray()).Select(cell => (cell[0], cell[1], cell[2], cell[3]))];

    [Theory]
    [MemberData(nameof(Steps))]
    public void Each_step_holds_the_published_relations(int year, int rows, int origins, int destinations)
    {
        var changed = Nomenclature.CodesThatStood(year)
            .Select(code => (Code: code, After: CnRelations.After(code, year).ToArray()))
            .SelectMany(item => item.After.Select(after => (item.Code, After: after)))
            .Where(pair => pair.Code != pair.After || CnRelations.After(pair.Code, year).Count() > 1 || CnRelations.Before(pair.Code, year + 1).Count() > 1)
            .ToList();
        changed.Count.ShouldBe(rows);
        changed.Select(pair => pair.Code).Distinct().Count().ShouldBe(origins);
        changed.Select(pair => pair.After).Distinct().Count().ShouldBe(destinations);
    }

    [Theory]
    [InlineData("85051100", 2022, "85051110 85051190")] // permanent magnets: those with rare earths got a code of their own
    [InlineData("28469010", 2022, "28469040 28469050")] // rare-earth compounds
    [InlineData("85414090", 2021, "85414200 85414300 85414900")] // photosensitive devices: solar cells and panels
    [InlineData("39206290", 2022, "39206290")] // unchanged
    [InlineData("39206290", 2025, "39206290")] // both lists hold it
    [InlineData("85051100", 2025, "")] // ended before
    [InlineData("30029090", 2022, "")] // ended without a published successor
    [InlineData("38180010", 2025, "")] // not in the list of 2026, and the relations are not published
    [InlineData("39206290", 2026, "")]
    public void Successors_are_those_of_the_official_relations(string code, int year, string successors) =>
        string.Join(' ', CnRelations.Successors(Of(code), year)).ShouldBe(successors);

    [Theory]
    [InlineData("85044095", 2023, "85044030 85044090")]
    [InlineData("85051190", 2023, "85051100")]
    [InlineData("10061090", 2023, "")] // appears without a published predecessor
    public void Predecessors_are_those_of_the_official_relations(string code, int year, string predecessors) =>
        string.Join(' ', CnRelations.Predecessors(Of(code), year)).ShouldBe(predecessors);

    [Fact]
    public void Forwards_and_backwards_tell_the_same_story()
    {
        for (var year = Nomenclature.FirstYear; year < Nomenclature.LastListedYear; year++)
        {
            var forwards = Nomenclature.CodesThatStood(year).SelectMany(code => CnRelations.After(code, year).Select(after => (code, after)));
            var backwards = Nomenclature.CodesThatStood(year + 1).SelectMany(code => CnRelations.Before(code, year + 1).Select(before => (before, code)));
            forwards.Order().ShouldBe(backwards.Order(), year.ToString(CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData("382768", 2022, 2017, "382478")]
    [InlineData("010121", 2022, 2017, "010121")]
    [InlineData("010121", 2017, 2012, "010121")]
    [InlineData("999998", 2022, 2017, "")]
    public void Subheadings_go_back_through_the_editions(string code, int from, int to, string older) =>
        string.Join(' ', HsRelations.Convert(Of(code), from, to)).ShouldBe(older);

    [Fact]
    public void A_pair_of_editions_that_is_not_bundled_is_a_bug() => Should.Throw<ArgumentException>(() => HsRelations.Convert(Of("010121"), 2017, 2022));

    [Theory] // Rows of the United Nations' table of HS 2022 and BEC Rev. 4.
    [InlineData("01012100", "41", EndUse.Capital)]
    [InlineData("01013000", "111 41", EndUse.Undetermined)]
    [InlineData("010121", "41", EndUse.Capital)]
    [InlineData("39206290", "22", EndUse.Intermediate)]
    [InlineData("TOTAL", "", EndUse.Undetermined)]
    public void Categories_and_end_use_follow_the_subheading(string code, string bec, EndUse use)
    {
        Classifications.Bec4(Of(code)).Order(StringComparer.Ordinal).ShouldBe(bec.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Classifications.EndUseOf(Of(code)).ShouldBe(use);
    }

    [Theory]
    [InlineData("01012100", "0015")]
    [InlineData("TOTAL", null)]
    [InlineData("010121", null)]
    public void Sitc_codes_are_those_of_the_table(string code, string? sitc) => Classifications.Sitc4(Of(code)).ShouldBe(sitc);

    private static ProductCode Of(string code) => ProductCode.Parse(code).Value;
}
