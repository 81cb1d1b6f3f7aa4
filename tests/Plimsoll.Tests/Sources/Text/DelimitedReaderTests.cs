using System.Text;
using CsCheck;
using Plimsoll.Sources.Text;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Sources.Text;

public sealed class DelimitedReaderTests
{
    private static readonly string[] Pieces = ["a", ",", "\"", "\n", "\r\n", "é", "\0", "\"\"", " "];

    [Theory]
    [InlineData("a,b,c\n", "a|b|c")]
    [InlineData("a,b,c", "a|b|c")]
    [InlineData("a,,\r\n", "a||")]
    [InlineData("\"a,b\",c\n", "a,b|c")]
    [InlineData("\"say \"\"x\"\"\",\"\"\n", "say \"x\"|")]
    [InlineData("a\"b,c\n", "a\"b|c")]
    [InlineData("\uFEFFa,é,中\n", "a|é|中")]
    [InlineData("\n\r\n\na\n\n", "a")]
    public void Fields_are_taken_apart(string text, string expected) => Records(text).ShouldBe([expected]);

    [Fact]
    public void Without_quoting_a_quote_is_a_character() =>
        Records("\"a\t\"b\n", separator: '\t', quoted: false).ShouldBe(["\"a|\"b"]);

    [Fact]
    public void Nothing_holds_no_record() => Records("").ShouldBeEmpty();

    [Fact]
    public void Line_and_byte_offset_are_those_of_the_record()
    {
        var reader = Reader("é,1\n\n22\n"u8.ToArray());
        reader.Read(TestContext.Current.CancellationToken).ShouldBeTrue();
        (reader.Line, reader.ByteOffset).ShouldBe((1, 0));
        reader.Read(TestContext.Current.CancellationToken).ShouldBeTrue();
        (reader.Line, reader.ByteOffset).ShouldBe((3, 6));
    }

    [Fact]
    public void A_line_of_ten_million_characters_is_refused_and_the_rows_around_it_stay()
    {
        var text = $"first,1\n{new string('x', 10_000_000)}\nlast,2\n";
        Records(text).ShouldBe(["first|1", "SRC-0140@0", "last|2"]);
    }

    [Fact]
    public void The_length_limit_is_exact()
    {
        var longest = new string('x', DelimitedReader.LineLimit);
        Records(longest + "\r\nb").ShouldBe([longest, "b"]);
        Records(longest + "x\nb").ShouldBe(["SRC-0140@0", "b"]);
        Records(longest + "x\r\nb").ShouldBe(["SRC-0140@0", "b"]);
        Records(longest + "x").ShouldBe(["SRC-0140@0"]);
    }

    [Fact]
    public void A_nul_byte_is_refused_with_its_place()
    {
        var reader = Reader("ok\na,b,c\0d\n"u8.ToArray());
        reader.Read(TestContext.Current.CancellationToken);
        reader.Read(TestContext.Current.CancellationToken).ShouldBeTrue();
        reader.FaultColumn.ShouldBe(3);
        reader.Fault!.Code.ShouldBe("SRC-0141");
        reader.Fault.Message.ShouldContain("(0x00) at byte 8 ");
    }

    [Fact]
    public void A_line_in_another_encoding_is_refused_and_the_next_one_read()
    {
        byte[] bytes = [.. "Österreich,1\n"u8, .. Encoding.Latin1.GetBytes("x,Österreich\n"), .. "y,2\n"u8];
        Records(bytes).ShouldBe(["Österreich|1", "SRC-0142@2", "y|2"]);
    }

    [Fact]
    public void A_quote_that_does_not_end_costs_one_line() =>
        Records("a,\"b\nc,d\n\"e\"f,g\n").ShouldBe(["SRC-0143@2", "c|d", "SRC-0143@1"]);

    [Fact]
    public void However_the_bytes_arrive_the_records_are_the_same() =>
        Gen.Select(Gen.Int[0, Pieces.Length - 1].Array[0, 60], Gen.Int[1, 7]).Sample((parts, chunk) =>
        {
            var bytes = Encoding.UTF8.GetBytes(string.Concat(parts.Select(part => Pieces[part])));
            Records(new Trickle(bytes, chunk)).ShouldBe(Records(bytes));
        });

    [Fact]
    public void Every_line_that_is_not_blank_is_one_record() =>
        Gen.Byte.Array[0, 200].Sample(bytes =>
        {
            var lines = Lines(bytes);
            Records(bytes).Count.ShouldBe(lines);
        });

    /// <summary>Lines that hold anything, counted without the reader: the byte-order mark and a carriage return at the end are nothing.</summary>
    internal static int Lines(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        text = text.StartsWith("\u00EF\u00BB\u00BF", StringComparison.Ordinal) ? text[3..] : text;
        return text.Split('\n').Count(line => line.Length > 0 && line is not "\r");
    }

    private static List<string> Records(string text, char separator = ',', bool quoted = true) =>
        Records(new DelimitedReader(new MemoryStream(Encoding.UTF8.GetBytes(text)), separator, quoted));

    private static List<string> Records(byte[] bytes) => Records(Reader(bytes));

    private static List<string> Records(Stream content) => Records(new DelimitedReader(content, ',', quoted: true));

    private static DelimitedReader Reader(byte[] bytes) => new(new MemoryStream(bytes), ',', quoted: true);

    private static List<string> Records(DelimitedReader reader)
    {
        var records = new List<string>();
        while (reader.Read(TestContext.Current.CancellationToken))
        {
            var fields = Enumerable.Range(0, reader.Count).Select(i => reader[i].ToString());
            records.Add(reader.Fault is { } fault ? $"{fault.Code}@{reader.FaultColumn}" : string.Join('|', fields));
        }

        return records;
    }

    /// <summary>Gives a few bytes at a time, as a network does.</summary>
    private sealed class Trickle(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, int.Min(count, chunk));
    }
}
