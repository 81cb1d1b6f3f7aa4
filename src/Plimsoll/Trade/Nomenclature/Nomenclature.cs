using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Plimsoll.Trade;

/// <summary>
/// The Combined Nomenclature of each year: which codes stand, what they are called, in which supplementary unit they are counted.
/// The lists of 2017 to 2026 are the published ones; before 2017 a year's codes follow from the official relations and serve only to
/// chain families. Everything loads on first use and is then shared by all threads.
/// </summary>
public static class Nomenclature
{
    /// <summary>First year whose list is bundled.</summary>
    public const int FirstListedYear = 2017;

    /// <summary>Last year whose list is bundled.</summary>
    public const int LastListedYear = 2026;

    /// <summary>First year that families reach back to, the first of the Combined Nomenclature.</summary>
    public const int FirstYear = 1988;

    private const int LowestCn8 = 1_000_000;
    private const ulong ListedYears = ((1UL << (LastListedYear - FirstListedYear + 1)) - 1) << (FirstListedYear - FirstYear);

    // Years of every code of 2, 4, 6 and 8 digits, as bits from 1988 on. A chapter is never 00, so codes of different lengths are
    // different numbers and one table holds all levels.
    private static readonly Lazy<Dictionary<int, ulong>> Years = new(ReadYears);
    private static readonly Lazy<FrozenDictionary<int, (int From, string Unit)[]>> Units = new(ReadUnits);

    /// <summary>
    /// Judges a code of 8 digits, or of 6, 4 or 2 digits (valid when a CN code below it is). Cheap enough for every row of a bulk file:
    /// two comparisons and one look-up.
    /// </summary>
    /// <param name="code">ASCII, without blanks.</param>
    /// <param name="year">Calendar year of the trade.</param>
    public static CodeStanding Valid(ReadOnlySpan<byte> code, int year)
    {
        if (year is < FirstListedYear or > LastListedYear || IsOutsideTheNomenclature(code))
        {
            return CodeStanding.NotListed;
        }

        var years = code is [(byte)'0', (byte)'0', ..] || code.Length is not (2 or 4 or 6 or 8) ? 0 : Years.Value.GetValueOrDefault(Number(code)) & ListedYears;
        return years == 0 ? CodeStanding.Unknown : IsIn(years, year) ? CodeStanding.Valid : CodeStanding.OtherYear;
    }

    /// <inheritdoc cref="Valid(ReadOnlySpan{byte}, int)"/>
    public static CodeStanding Valid(string code, int year) => Valid(Encoding.UTF8.GetBytes(code), year);

    /// <summary>The CN codes of a year, ascending. An <see cref="ArgumentOutOfRangeException"/> outside 2017 to 2026.</summary>
    public static IReadOnlyList<ProductCode> Codes(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstListedYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastListedYear);
        return [.. CodesThatStood(year).Select(ToCode)];
    }

    /// <summary>
    /// What a code means in words: the description of its HS subheading, and for a CN subdivision its own text after a dash, since that
    /// text alone is often no more than "Other". Null when the code did not stand in that year or no bundled text covers it. Texts are
    /// those of 2023 and later; an earlier year shows the oldest one of a code that stood unchanged in between.
    /// </summary>
    public static string? Label(ProductCode code, int year) => Stood(code, year) ? Labels.Of(code, year) : null;

    /// <summary>
    /// The unit in which a code is counted besides net mass (<c>PST</c> pieces, <c>M2</c>, <c>L</c>); null when there is none, or when
    /// the code did not stand in that year or the year is before 2023, whose lists give codes only.
    /// </summary>
    public static string? SupplementaryUnit(ProductCode code, int year)
    {
        var units = code.Kind == ProductKind.Cn8 && Stood(code, year) ? Units.Value.GetValueOrDefault(Number(code)) ?? [] : [];
        var last = Array.FindLast(units, unit => unit.From <= year).Unit;
        return string.IsNullOrEmpty(last) ? null : last;
    }

    /// <summary>
    /// Up to eight codes of the newest list that a person may have meant: for digits, the closest spellings; for words, the codes
    /// whose label holds all of them.
    /// </summary>
    public static IReadOnlyList<ProductCode> NearMatches(string text)
    {
        var wanted = text.Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        var codes = Codes(LastListedYear);
        return wanted.Any(char.IsAsciiDigit)
            ? [.. codes.Select(code => (Code: code, Distance: Spelling.Distance(wanted, code.Text)))
                .Where(item => item.Distance <= 2 || item.Code.Text.StartsWith(wanted, StringComparison.Ordinal))
                .OrderBy(item => item.Distance).ThenByDescending(item => SharedPrefix(item.Code.Text, wanted)).ThenBy(item => item.Code)
                .Select(item => item.Code).Take(8)]
            : Labels.Search(codes, text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>True when the code stood in that year, from 1988 on; before 2017 as the relations imply.</summary>
    internal static bool Stood(int code, int year) =>
        year is >= FirstYear and <= LastListedYear && IsIn(Years.Value.GetValueOrDefault(code), year);

    /// <summary>The CN codes, ascending, that stood in a year from 1988 on.</summary>
    internal static IEnumerable<int> CodesThatStood(int year) => Years.Value.Where(item => item.Key >= LowestCn8 && IsIn(item.Value, year)).Select(item => item.Key).Order();

    /// <summary>Each CN code and year of the published lists where the code stands in only one of that year and the next.</summary>
    internal static IEnumerable<(int Code, int Year)> BeginningsAndEndings() =>
        from item in Years.Value
        where item.Key >= LowestCn8
        from year in Enumerable.Range(FirstListedYear, LastListedYear - FirstListedYear)
        where IsIn(item.Value, year) != IsIn(item.Value, year + 1)
        select (item.Key, year);

    internal static int Number(ProductCode code) => int.Parse(code.Text, CultureInfo.InvariantCulture);

    internal static ProductCode ToCode(int number) => ProductCode.Parse(number.ToString("D8", CultureInfo.InvariantCulture)).Value;

    private static bool Stood(ProductCode code, int year) =>
        code.Kind is ProductKind.Cn8 or ProductKind.Hs6 or ProductKind.Hs4 or ProductKind.Hs2 && Stood(Number(code), year);

    private static bool IsOutsideTheNomenclature(ReadOnlySpan<byte> code) =>
        code is [(byte)'9', (byte)'8' or (byte)'9', ..] || code.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    private static bool IsIn(ulong years, int year) => ((years >> (year - FirstYear)) & 1) != 0;

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = (number * 10) + digit - '0';
        }

        return number;
    }

    private static int SharedPrefix(string left, string right) => left.AsSpan().CommonPrefixLength(right);

    private static Dictionary<int, ulong> ReadYears()
    {
        var years = new Dictionary<int, ulong>(32_768);
        foreach (var row in Packed.Rows("cn8.tsv.gz"))
        {
            var bits = ulong.Parse(row[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            for (var level = int.Parse(row[0], CultureInfo.InvariantCulture); level > 0; level /= 100)
            {
                years[level] = years.GetValueOrDefault(level) | bits;
            }
        }

        return years;
    }

    private static FrozenDictionary<int, (int From, string Unit)[]> ReadUnits() => Packed.Rows("cn8.tsv.gz")
        .Where(row => row[2].Length > 0)
        .ToFrozenDictionary(row => int.Parse(row[0], CultureInfo.InvariantCulture), row => row[2].Split(' ').Select(ReadUnit).ToArray());

    private static (int From, string Unit) ReadUnit(string run) => (int.Parse(run.AsSpan(0, 4), CultureInfo.InvariantCulture), run[5..]);
}
