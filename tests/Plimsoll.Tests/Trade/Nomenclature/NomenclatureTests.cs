using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Trade;

public sealed class NomenclatureTests
{
    /// <summary>Made by Reference/nomenclature/count_nomenclature.py from the sources, without the packing script.</summary>
    public static TheoryData<int, int, string, string> Lists => [.. File.ReadLines(Repository.Reference("nomenclature/lists.csv")).Skip(1)
        .Select(line => line.Split(',')).Select(cell => (int.Parse(cell[0], CultureInfo.InvariantCulture), int.Parse(cell[1], CultureInfo.InvariantCulture), cell[2], cell[3]))];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Each_year_holds_exactly_the_codes_of_its_published_list(int year, int count, string sha256, string withUnit)
    {
        var codes = Nomenclature.Codes(year);
        codes.Count.ShouldBe(count);
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', codes)))).ShouldBe(sha256);
        if (withUnit.Length > 0)
        {
            codes.Count(code => Nomenclature.SupplementaryUnit(code, year) is not null).ShouldBe(int.Parse(withUnit, CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData("39206290", 2024, CodeStanding.Valid)]
    [InlineData("85051110", 2023, CodeStanding.Valid)]
    [InlineData("85051110", 2022, CodeStanding.OtherYear)]
    [InlineData("85051100", 2023, CodeStanding.OtherYear)]
    [InlineData("39206291", 2024, CodeStanding.Unknown)]
    [InlineData("85051110", 2016, CodeStanding.NotListed)]
    [InlineData("85051110", 2027, CodeStanding.NotListed)]
    [InlineData("39XXXXXX", 2024, CodeStanding.NotListed)]
    [InlineData("99RRR100", 2024, CodeStanding.NotListed)]
    [InlineData("99302700", 2024, CodeStanding.NotListed)]
    [InlineData("98802800", 2024, CodeStanding.NotListed)]
    [InlineData("TOTAL", 2024, CodeStanding.NotListed)]
    [InlineData("850511", 2024, CodeStanding.Valid)]
    [InlineData("8505", 2024, CodeStanding.Valid)]
    [InlineData("85", 2024, CodeStanding.Valid)]
    [InlineData("8524", 2021, CodeStanding.OtherYear)]
    [InlineData("77", 2024, CodeStanding.Unknown)]
    [InlineData("000101", 2024, CodeStanding.Unknown)]
    [InlineData("3920629", 2024, CodeStanding.Unknown)]
    [InlineData("", 2024, CodeStanding.Unknown)]
    public void Codes_are_judged_by_the_list_of_their_year(string code, int year, CodeStanding standing) => Nomenclature.Valid(code, year).ShouldBe(standing);

    [Fact]
    public void Codes_that_stood_only_before_the_bundled_lists_are_unknown_to_them() =>
        Nomenclature.Valid("01011010", 2024).ShouldBe(CodeStanding.Unknown);

    [Fact]
    public void Any_bytes_of_any_year_get_an_answer() =>
        Gen.Select(Gen.Byte.Array[0, 80], Gen.Int).Sample((bytes, year) => Enum.IsDefined(Nomenclature.Valid(bytes, year)));

    [Fact]
    public void A_heading_is_valid_exactly_when_a_code_below_it_is() =>
        Gen.Select(Gen.Int[1, 3], Gen.Int[Nomenclature.FirstListedYear, Nomenclature.LastListedYear], Gen.Int[0, 9000]).Sample((pairs, year, index) =>
            Nomenclature.Valid(Nomenclature.Codes(year)[index].Text[..(2 * pairs)], year) == CodeStanding.Valid);

    [Theory]
    [InlineData("39206290", 2024, "Plastics; plates, sheets, film, foil and strip (not self-adhesive), of poly(ethylene terephthalate), non-cellular and not reinforced, laminated, supported or similarly combined with other materials — Of a thickness exceeding 0,35 mm")]
    [InlineData("39206100", 2024, "Plastics; plates, sheets, film, foil and strip (not self-adhesive), of polycarbonates, non-cellular and not reinforced, laminated, supported or similarly combined with other materials")]
    [InlineData("85235990", 2019, "Semiconductor media; other than smart cards, whether or not recorded, excluding products of Chapter 37 — Other")]
    [InlineData("0101", 2024, "Horses, asses, mules and hinnies; live")]
    public void A_label_says_what_the_goods_are_without_its_neighbours(string code, int year, string label) =>
        Nomenclature.Label(Of(code), year).ShouldBe(label);

    [Theory]
    [InlineData("85051110", 2022)]
    [InlineData("85051100", 2022)]
    [InlineData("39206291", 2024)]
    [InlineData("TOTAL", 2024)]
    public void Where_no_text_fits_there_is_no_label(string code, int year) => Nomenclature.Label(Of(code), year).ShouldBeNull();

    [Fact]
    public void Every_code_of_every_year_since_2023_has_a_label_that_is_more_than_other()
    {
        for (var year = 2023; year <= Nomenclature.LastListedYear; year++)
        {
            Nomenclature.Codes(year).ShouldAllBe(code => !new[] { null, "", "Other" }.Contains(Nomenclature.Label(code, year), StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("85235910", 2024, "PST")]
    [InlineData("39206290", 2024, null)]
    [InlineData("85235910", 2022, null)]
    public void Supplementary_units_are_those_of_the_year(string code, int year, string? unit) => Nomenclature.SupplementaryUnit(Of(code), year).ShouldBe(unit);

    [Fact]
    public void Near_matches_find_the_slip_of_a_finger_and_the_word()
    {
        Nomenclature.NearMatches("39206291")[0].Text.ShouldBe("39206290");
        Nomenclature.NearMatches("39260290").ShouldContain(Of("39206290"));
        Nomenclature.NearMatches("8505").ShouldAllBe(code => code.Text.StartsWith("8505", StringComparison.Ordinal));
        Nomenclature.NearMatches("permanent magnets samarium").ShouldContain(Of("85051110"));
        Nomenclature.NearMatches("").ShouldBeEmpty();
    }

    [Fact]
    public void No_real_row_is_judged_wrong()
    {
        var pairs = File.ReadLines(Repository.Specimen("nomenclature/comext_code_years.csv")).Skip(1).Select(line => line.Split(',')).ToList();
        pairs.Count.ShouldBe(224);
        pairs.ShouldAllBe(pair => Nomenclature.Valid(pair[0], int.Parse(pair[1], CultureInfo.InvariantCulture)) == CodeStanding.Valid);
    }

    private static ProductCode Of(string code) => ProductCode.Parse(code).Value;
}
