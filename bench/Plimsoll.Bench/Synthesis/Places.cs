using Plimsoll.Trade;

namespace Plimsoll.Bench.Synthesis;

/// <summary>Reporters and partners in Comext's codes (Greece is <c>GR</c>), in the order of the file, with how often they trade.</summary>
internal static class Places
{
    /// <summary>Greatest number of rows first; the share of each is below.</summary>
    private const string ReportersByRows = "DE FR IT NL ES BE PL CZ AT SE DK HU RO SK SI PT IE FI BG GR LT LV HR EE LU CY MT";

    /// <summary>Partners that trade most in Comext come first; all others follow in the order of their codes.</summary>
    private const string PartnersByRows =
        "DE NL FR IT CN BE PL ES US GB CZ AT CH SE DK HU RO TR PT SK NO JP IN IE KR FI SI BG GR TW HK UA LT AE CA HR VN TH AU RS LV " +
        "IL EE ZA BR SG MX LU MY ID SA CY MA BA EG PK BD IS MT RU TN NZ MK AL QU XI XU XK QV QW QY QZ QR QS QX QP QQ";

    private const string OtherPartners =
        "AD AF AG AI AM AO AQ AR AS AW AZ BB BF BH BI BJ BL BM BN BO BQ BS BT BV BW BY BZ CC CD CF CG CI CK CL CM CO CR CU CV CW " +
        "CX DJ DM DO DZ EC EH ER ET FJ FK FM FO GA GD GE GH GI GL GM GN GQ GS GT GU GW GY HM HN HT IO IQ IR JM JO KE KG KH KI KM " +
        "KN KP KW KY KZ LA LB LC LI LK LR LS LY MD ME MG MH ML MM MN MO MP MR MS MU MV MW MZ NA NC NE NF NG NI NP NR NU OM PA PE " +
        "PF PG PH PM PN PS PW PY QA RW SB SC SD SH SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TJ TK TL TM TO TT TV TZ UG UM UY " +
        "UZ VA VC VE VG VI VU WF WS XC XL YE ZM ZW";

    private static readonly double[] ReporterShares =
    [
        .105, .085, .09, .075, .075, .065, .055, .05, .045, .04, .035, .035, .03, .028, .025, .024, .022, .02, .018, .016, .014,
        .013, .011, .008, .007, .005, .004,
    ];

    private static readonly string[] ReporterRanks = ReportersByRows.Split(' ');
    private static readonly string[] PartnerRanks = $"{PartnersByRows} {OtherPartners}".Split(' ');

    /// <summary>The 27 member states, ascending.</summary>
    public static IReadOnlyList<string> Reporters { get; } = [.. ReporterRanks.Order(StringComparer.Ordinal)];

    /// <summary>The partner codes valid today, ascending: countries, Northern Ireland and Great Britain apart, and the pseudo-partners.</summary>
    public static IReadOnlyList<string> Partners { get; } = [.. PartnerRanks.Order(StringComparer.Ordinal)];

    /// <summary>Share of rows of each of <see cref="Reporters"/>.</summary>
    public static IReadOnlyList<double> ReporterWeights { get; } =
        [.. Reporters.Select(code => ReporterShares[Array.IndexOf(ReporterRanks, code)])];

    /// <summary>Weight of each of <see cref="Partners"/>, falling with its rank as 1/(rank + 3).</summary>
    public static IReadOnlyList<double> PartnerWeights { get; } =
        [.. Partners.Select(code => 1 / Math.Pow(Array.IndexOf(PartnerRanks, code) + 3, 1.05))];

    /// <summary>Comext's TRADE_TYPE of a partner: intra-EU, extra-EU, and the letters of Northern Ireland and Great Britain.</summary>
    public static char TradeType(string partner) => partner switch
    {
        "XI" => 'L',
        "XU" => 'M',
        "QR" or "QV" or "QY" => 'I',
        _ => ReporterRanks.Contains(partner) ? 'I' : 'E',
    };

    /// <summary>Units of national currency for one euro, about the mean of 2025; 1 in the euro area of that month.</summary>
    public static double CurrencyPerEuro(string reporter, Month month) => reporter switch
    {
        "BG" when month.Year < 2026 => 1.95583,
        "CZ" => 24.7,
        "DK" => 7.46,
        "HU" => 398,
        "PL" => 4.24,
        "RO" => 5.05,
        "SE" => 11.07,
        _ => 1,
    };
}
