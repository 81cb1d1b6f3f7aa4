using CsCheck;
using Plimsoll.Sources;
using Plimsoll.Sources.ChinaCustoms;
using Plimsoll.Sources.Comtrade;
using Plimsoll.Sources.Ecb;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Sources;

/// <summary>No damage to an answer throws, and for line-based answers every line is either stored or refused.</summary>
public sealed class CustomsDamageTests
{
    private static readonly string[] Nasty = ["99999999999999999999", "<td colspan=999999>", "\"", ",", "-", "\n", "{", "e400", "</table>"];

    private static readonly Gen<byte[]> Text = Gen.Frequency(
        (1, Gen.Byte.Array[0, 8]),
        (1, Gen.Int[0, Nasty.Length - 1].Select(i => System.Text.Encoding.ASCII.GetBytes(Nasty[i]))));

    private static readonly Gen<(int Place, int Length, byte[] Text)> Wound = Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, 40], Text);

    public static TheoryData<ISourceFormat, string> Specimens() => new()
    {
        { new GaccHtmlFormat(), "gacc/section4_mar2026_cny.reconstructed.html" },
        { new GaccHtmlFormat(), "gacc/section5_may2026_usd.html" },
        { new GaccTranscriptFormat(), "gacc/gacc_rare_earth_headline_may2026_usd.csv" },
        { new ComtradeJsonFormat(), "comtrade/comtradr__HS-60a6ad.json" },
        { new ComtradeMonthlyCsvFormat(), "comtrade/china_811292_monthly.csv" },
        { new BaciCsvFormat(), "baci/baci_2022.csv" },
        { new EcbSdmxJsonFormat(), "ecb/ecb_cny_eur_monthly.json" },
    };

    [Theory]
    [MemberData(nameof(Specimens), DisableDiscoveryEnumeration = true)]
    public void Damage_is_a_fault_or_a_refusal_never_an_exception(ISourceFormat format, string specimen)
    {
        var bytes = File.ReadAllBytes(Repository.Specimen(specimen));
        Wound.Array[1, 4].Sample(
            wounds =>
            {
                var (fault, sink) = format.ReadBytes(Path.GetFileName(specimen), wounds.Aggregate(bytes, Hurt));
                return fault is not null || sink.Rows.Count + sink.Rates.Count + sink.Refusals.Count > 0 || sink.Header is not null;
            },
            iter: 150);
    }

    [Theory]
    [InlineData("baci/baci_2022.csv")]
    [InlineData("comtrade/china_811292_monthly.csv")]
    public void Every_line_is_stored_or_refused(string specimen)
    {
        ISourceFormat format = specimen.StartsWith("baci", StringComparison.Ordinal) ? new BaciCsvFormat() : new ComtradeMonthlyCsvFormat();
        var bytes = File.ReadAllBytes(Repository.Specimen(specimen));
        var head = Array.IndexOf(bytes, (byte)'\n') + 1;
        Wound.Array[1, 4].Sample(
            wounds =>
            {
                var hurt = wounds.Aggregate(bytes, (b, w) => Hurt(b, (head + (w.Place % (b.Length - head)), w.Length, w.Text)));
                var records = System.Text.Encoding.Latin1.GetString(hurt).Split('\n').Count(line => line.TrimEnd('\r').Length > 0) - 1;
                var sink = format.ReadBytes(Path.GetFileName(specimen), hurt).Sink;
                (sink.Rows.Count + sink.Refusals.Count).ShouldBe(records);
            },
            iter: 150);
    }

    private static byte[] Hurt(byte[] bytes, (int Place, int Length, byte[] Text) wound)
    {
        var place = wound.Place % bytes.Length;
        return [.. bytes[..place], .. wound.Text, .. bytes[Math.Min(bytes.Length, place + wound.Length)..]];
    }
}
