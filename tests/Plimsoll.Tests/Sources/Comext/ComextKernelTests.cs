using System.Text;
using CsCheck;
using Plimsoll.Sources;
using Plimsoll.Sources.Comext;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Sources.Comext;

/// <summary>The fast path says what the careful path says, and costs no garbage.</summary>
public sealed class ComextKernelTests
{
    private static readonly ComextColumns Columns = ComextColumns.Read(Bulk.Header.TrimEnd()).Value;

    private static readonly string[] Texts =
    [
        "", "DE", "CN", "EL", "GR", "Q1", "85051110", "39XXXXXX", "TOTAL", "0", "1", "2", "3", "E", "I", "NO_SU", "KGM", "202401", "202452", "202301", "100",
        "100.5", ".5", "5.", "1.2345", "+7", "-7", "1e3", "1e-4", "999999999999999", "999999999999999.9", "1000000000000000", "\"CN\"", " 7", "7\t", "7\0", "é", "7\r", "a b",
    ];

    private static readonly Gen<string> Field = Gen.Int[0, Texts.Length - 1].Select(i => Texts[i]);

    private static readonly Gen<string> Line = Gen.Frequency(
        (3, Gen.Int[0, 0].Select(_ => Bulk.Good)),
        (8, Gen.Select(Gen.Int[1, 18], Field).Select(f => Bulk.With(f.Item1, f.Item2))),
        (2, Gen.Select(Gen.Int[1, 18], Field, Gen.Int[1, 18], Field).Select(f => Twice(f.Item1, f.Item2, f.Item3, f.Item4))),
        (1, Field));

    [Fact]
    public void The_kernel_and_the_careful_path_agree_on_every_line() => Line.Array[1, 40].Sample(lines =>
    {
        var (_, sink) = Bulk.Read(Bulk.Header + string.Join('\n', lines), "slice.dat");
        var (rows, refusals) = Carefully(lines);
        sink.Rows.ShouldBe(rows);
        sink.Refusals.ShouldBe(refusals);
    });

    [Fact]
    public void Block_borders_do_not_matter()
    {
        // Five million bytes are five blocks; lines of varying length put the borders at all sorts of places.
        var text = new StringBuilder(Bulk.Header);
        var count = 0;
        for (; text.Length < 5_000_000; count++)
        {
            text.Append(count % 1000 == 999 ? Bulk.With(15, "NaN") : Bulk.With(15, new string('1', 1 + (count % 15)))).Append('\n');
        }

        var (_, sink) = Bulk.Read(text.ToString(), "slice.dat");
        sink.Refusals.Select(r => r.Line).ShouldBe(Enumerable.Range(0, count).Where(i => i % 1000 == 999).Select(i => i + 2L));
        sink.Rows.Select(r => r.Value).ShouldBe(Enumerable.Range(0, count).Where(i => i % 1000 != 999).Select(i => long.Parse(new string('1', 1 + (i % 15)), System.Globalization.CultureInfo.InvariantCulture) * 1000));
    }

    [Fact]
    public void Known_codes_are_parsed_without_garbage()
    {
        var bytes = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 10_000).Select(i => Bulk.With(15, $"{i}.{i % 10}") + "\n")));
        var buffer = new byte[LineBlocks.BlockLength + LineBlocks.Padding];
        bytes.CopyTo(buffer, 0);
        var kernel = new ComextKernel(Columns);
        var batch = new ObservationBatch();
        var refusals = new List<(int, int, Fault)>();
        var block = new LineBlock(buffer, bytes.Length, IsFirst: false, IsLongLine: false);
        kernel.Parse(block, batch, refusals);
        batch.Clear();

        var before = GC.GetAllocatedBytesForCurrentThread();
        kernel.Parse(block, batch, refusals);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        batch.Count.ShouldBe(10_000);
        refusals.ShouldBeEmpty();
        allocated.ShouldBeLessThanOrEqualTo(1024);
    }

    [Fact]
    public void More_labels_than_the_store_can_number_turn_the_file_away()
    {
        var (fault, _) = Bulk.Read(Bulk.Header + string.Concat(Enumerable.Range(0, 60_000).Select(i => Bulk.With(13, $"U{i % 1000}") + "\n")));
        fault!.Code.ShouldBe("SRC-0022");
    }

    [Fact]
    public void As_many_labels_as_the_store_can_number_are_read()
    {
        // 249 units and "E", "1" and none.
        var (fault, sink) = Bulk.Read(Bulk.Header + Bulk.Good + "\n" + string.Concat(Enumerable.Range(0, 60_000).Select(i => Bulk.With(13, $"U{i % 249}") + "\n")));
        fault.ShouldBeNull();
        sink.Rows.Select(r => r.SupplementaryUnit).Distinct(StringComparer.Ordinal).Count().ShouldBe(250);
        sink.Refusals.ShouldBeEmpty();
    }

    [Fact]
    public void A_damaged_file_loses_no_record()
    {
        var specimen = File.ReadAllBytes(Repository.Specimen("comext/full_v2_202402_AT_AD_slice.dat"));
        var header = Array.IndexOf(specimen, (byte)'\n') + 1;
        Gen.Select(Gen.Int[header, specimen.Length - 1], Gen.Byte).Array[1, 12].Sample(edits =>
        {
            var bytes = specimen.ToArray();
            foreach (var (at, value) in edits)
            {
                bytes[at] = value;
            }

            var records = Encoding.Latin1.GetString(bytes).Split('\n').Skip(1).Count(line => line is not ("" or "\r"));
            var (fault, sink) = Bulk.Read(bytes, "slice.dat");
            fault.ShouldBeNull();
            sink.RowsIn.ShouldBe(records);
        });
    }

    private static string Twice(int first, string one, int second, string other)
    {
        var fields = Bulk.Good.Split(',');
        fields[first - 1] = one;
        fields[second - 1] = other;
        return string.Join(',', fields);
    }

    private static (List<Observation> Rows, List<(long Line, int Column, Fault Fault)> Refusals) Carefully(string[] lines)
    {
        var careful = new ComextRow(Columns);
        var (rows, refusals) = (new List<Observation>(), new List<(long, int, Fault)>());
        foreach (var (index, line) in lines.Index())
        {
            var bare = line.EndsWith('\r') ? line[..^1] : line;
            if (bare.Length > 0)
            {
                var (row, column) = careful.Read(Encoding.Latin1.GetBytes(bare));
                if (row.Ok)
                {
                    rows.Add(row.Value);
                }
                else
                {
                    refusals.Add((index + 2, column, row.Fault!));
                }
            }
        }

        return (rows, refusals);
    }
}
