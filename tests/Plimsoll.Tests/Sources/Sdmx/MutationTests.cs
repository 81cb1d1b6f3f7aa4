using System.Text;
using CsCheck;
using Plimsoll.Sources;
using Plimsoll.Sources.Sdmx;
using Plimsoll.Tests.Sources.Text;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Sources.Sdmx;

/// <summary>However an answer is damaged, reading it never throws and each record is stored or refused once.</summary>
public sealed class MutationTests
{
    private static readonly byte[] Harmful = [(byte)',', (byte)'"', (byte)'\n', (byte)'\t', 0, 0xC3];

    [Fact]
    public void Damaged_SDMX_CSV_loses_no_record() => Lines("CN_48064010.csv.gz", new SdmxCsvFormat(), lines: 12);

    [Fact]
    public void Damaged_tidy_CSV_loses_no_record() => Lines("ea20_ext_st_easitc_CN_US_VN_2020-2025.csv", new EurostatTidyCsvFormat(), lines: 12);

    [Fact]
    public void A_damaged_extract_loses_no_record() => Lines("crm_cn8_annual_partner_CN.csv", new ComextExtractFormat(), lines: 12);

    [Fact]
    public void Damaged_TSV_loses_no_cell()
    {
        const string name = "ds-045409-de-us-m-2026-06-07.tsv";
        Damaged(Answer.Bytes($"eurostat-api/{name}")).Sample(bytes =>
        {
            var (fault, sink) = Answer.Of(bytes, name, new EurostatTsvFormat());
            (fault is null ? sink.RowsIn : 0).ShouldBe(fault is null ? Cells(bytes) : sink.Rows.Count);
        });
    }

    [Fact]
    public void Damaged_JSON_stat_is_read_or_refused()
    {
        const string name = "ds-045409-eu27-us-total-2024-01-02.json";
        Damaged(Answer.Bytes($"eurostat-api/{name}")).Sample(bytes =>
        {
            var (fault, sink) = Answer.Of(bytes, name, new JsonStatFormat());
            (fault is null ? sink.RowsIn > 0 : sink.Rows.Count == 0).ShouldBeTrue();
        });
    }

    [Fact]
    public void A_damaged_refusal_never_throws() =>
        Damaged(Answer.Bytes("eurostat-api/ds-045409-fault-413.xml")).Sample(bytes => Answer.Recognise(bytes, "a.xml").Length <= 1);

    private static void Lines(string file, ISourceFormat format, int lines)
    {
        var text = Encoding.UTF8.GetString(Answer.Bytes($"eurostat-api/{file}"));
        var beginning = string.Join('\n', text.Split('\n').Take(lines));
        Damaged(Encoding.UTF8.GetBytes(beginning)).Sample(bytes =>
        {
            var (fault, sink) = Answer.Of(bytes, file, format);
            (fault is null ? sink.RowsIn : sink.Rows.Count).ShouldBe(fault is null ? DelimitedReaderTests.Lines(bytes) - 1 : 0);
        });
    }

    /// <summary>A line whose cells can be told apart counts each; any other counts once.</summary>
    private static int Cells(byte[] bytes)
    {
        var lines = Encoding.Latin1.GetString(bytes).Split('\n').Select(line => line.EndsWith('\r') ? line[..^1] : line).Where(line => line.Length > 0).ToList();
        var tabs = lines[0].Count(c => c == '\t');
        return lines.Skip(1).Sum(line => IsText(line) && line.Count(c => c == '\t') == tabs ? tabs : 1);
    }

    private static bool IsText(string latin) =>
        !latin.Contains('\0', StringComparison.Ordinal) && System.Text.Unicode.Utf8.IsValid(Encoding.Latin1.GetBytes(latin));

    private static Gen<byte[]> Damaged(byte[] specimen) =>
        Gen.Select(Gen.Int[0, specimen.Length - 1], Gen.OneOf(Gen.Byte, Gen.Int[0, Harmful.Length - 1].Select(i => Harmful[i])), Gen.Int[0, 2])
            .Array[0, 6]
            .Select(edits => edits.Aggregate(specimen, (bytes, edit) => Edit(bytes, edit.Item1, edit.Item2, edit.Item3)));

    private static byte[] Edit(byte[] bytes, int at, byte value, int kind)
    {
        var place = int.Min(at, bytes.Length - 1);
        return kind switch
        {
            0 => [.. bytes[..place], value, .. bytes[(place + 1)..]],
            1 => [.. bytes[..place], value, .. bytes[place..]],
            _ => bytes.Length == 1 ? bytes : [.. bytes[..place], .. bytes[(place + 1)..]],
        };
    }
}
