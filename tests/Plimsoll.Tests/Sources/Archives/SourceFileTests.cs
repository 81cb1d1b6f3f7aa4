using System.IO.Compression;
using System.Text;
using CsCheck;
using Plimsoll.Sources.Archives;
using Plimsoll.Store;
using Plimsoll.Tests.Sources.Comext;
using Plimsoll.Tests.Store;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Sources.Archives;

public sealed class SourceFileTests
{
    private const string Text = Bulk.Header + Bulk.Good + "\n";

    [Theory]
    [InlineData("plain")]
    [InlineData("gz")]
    [InlineData("zip")]
    [InlineData("7z")]
    public void The_same_text_reads_alike_in_every_wrapping(string wrapping)
    {
        using var temporary = new TemporaryStore();
        var file = temporary.Write($"full_v2_202401.{wrapping}", Wrap(wrapping, Text, "full_v2_202401.dat"));
        var outcome = temporary.Ingest(file.FullName).ShouldHaveSingleItem();

        outcome.Fault.ShouldBeNull();
        outcome.Release!.RowsStored.ShouldBe(1);
        outcome.Release.Bytes.ShouldBe(file.Length);
    }

    [Fact]
    public void An_archive_of_several_answers_gives_a_release_for_each()
    {
        using var temporary = new TemporaryStore();
        var next = Text.Replace("202401", "202402", StringComparison.Ordinal);
        var file = temporary.Write("months.zip", Zip(("full_v2_202401.dat", Text), ("deep/", ""), ("deep/full_v2_202402.dat", next), ("readme.txt", "hello")));
        var outcomes = temporary.Ingest(file.FullName);

        outcomes.Select(o => o.Place).ShouldBe(["months.zip!full_v2_202401.dat", "months.zip!deep/full_v2_202402.dat", "months.zip!readme.txt"]);
        outcomes.Select(o => o.Fault?.Code).ShouldBe([null, null, "SRC-0001"]);
        temporary.Store.Releases().Select(r => r.Id).Distinct(StringComparer.Ordinal).Count().ShouldBe(2);
        temporary.Ingest(file.FullName).Select(o => o.AlreadyKnown).ShouldBe([true, true, false]);
    }

    [Theory]
    [InlineData("gz")]
    [InlineData("zip")]
    [InlineData("7z")]
    public void A_cut_archive_is_refused_and_leaves_nothing(string wrapping)
    {
        var whole = Wrap(wrapping, Bulk.Header + string.Concat(Enumerable.Range(0, 20_000).Select(i => Bulk.With(15, $"{i * 7919}") + "\n")), "full_v2_202401.dat");
        foreach (var percent in new[] { 1, 10, 50, 90, 99 })
        {
            using var temporary = new TemporaryStore();
            var file = temporary.Write($"full_v2_202401.{wrapping}", whole[..(whole.Length * percent / 100)]);
            var outcome = temporary.Ingest(file.FullName).ShouldHaveSingleItem();
            outcome.Fault!.Code.ShouldBe("SRC-0002", $"cut at {percent} %");
            temporary.Store.Releases().ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_gzip_file_of_several_members_is_read_whole()
    {
        using var temporary = new TemporaryStore();
        byte[] members = [.. GZip(Bulk.Header + Bulk.Good + "\n" + Bulk.With(2, "US")[..20]), .. GZip(""), .. GZip(Bulk.With(2, "US")[20..] + "\n" + Bulk.With(2, "JP"))];
        var outcome = temporary.Ingest(temporary.Write("full_v2_202401.dat.gz", members).FullName).ShouldHaveSingleItem();
        (outcome.Release!.RowsStored, outcome.Release.RowsRefused).ShouldBe((3, 0));
    }

    [Fact]
    public void A_gzip_file_cut_within_its_second_member_is_refused()
    {
        var first = GZip(Bulk.Header + Bulk.Good + "\n");
        byte[] members = [.. first, .. GZip(string.Concat(Enumerable.Range(0, 500).Select(i => Bulk.With(15, $"{i * 7919}") + "\n")))];
        for (var length = first.Length + 1; length < members.Length; length += 1 + (length % 7))
        {
            using var temporary = new TemporaryStore();
            var file = temporary.Write("full_v2_202401.dat.gz", members[..length]);
            temporary.Store.Ingest(file, new IngestOptions(DryRun: true), cancel: TestContext.Current.CancellationToken)
                .ShouldHaveSingleItem().Fault!.Code.ShouldBe("SRC-0002", $"{length} of {members.Length} bytes");
        }
    }

    [Theory]
    [InlineData("gz")]
    [InlineData("zip")]
    [InlineData("7z")]
    public void A_damaged_archive_is_read_or_refused_and_never_throws(string wrapping)
    {
        var whole = Wrap(wrapping, Bulk.Header + string.Concat(Enumerable.Range(0, 500).Select(i => Bulk.With(15, $"{i * 7919}") + "\n")), "full_v2_202401.dat");
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 4].Sample(
            edits =>
            {
                byte[] bytes = [.. whole];
                foreach (var (at, value) in edits)
                {
                    bytes[at] = value;
                }

                // A dry run: no disk but for the file itself.
                using var temporary = new TemporaryStore();
                var file = temporary.Write("full_v2_202401.dat", bytes);
                temporary.Store.Ingest(file, new IngestOptions(DryRun: true)).ShouldAllBe(o => o.Release != null || o.Fault != null);
            },
            iter: 200);
    }

    [Theory]
    [InlineData("../../full_v2_202401.dat")]
    [InlineData("/etc/full_v2_202401.dat")]
    [InlineData("..\\..\\full_v2_202401.dat")]
    public void The_name_of_an_entry_is_never_a_path(string name)
    {
        using var temporary = new TemporaryStore();
        var file = temporary.Write("a.zip", Zip((name, Text)));
        temporary.Ingest(file.FullName).ShouldHaveSingleItem().Fault.ShouldBeNull();

        var outside = Directory.GetFiles(file.DirectoryName!, "*", SearchOption.AllDirectories).Where(f => !f.StartsWith(temporary.Store.Root.FullName, StringComparison.Ordinal));
        outside.ShouldBe([file.FullName]);
        Directory.GetFiles(temporary.Store.Root.FullName, "full_v2*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public void An_archive_that_expands_a_thousandfold_is_refused()
    {
        // A member holds at most about 1030 times its length, so the attack is 100 MB of zeros, beyond 64 MiB and a thousand times the file.
        using var temporary = new TemporaryStore();
        var bytes = GZip(Bulk.Header + new string('0', 100_000_000));
        ((long)bytes.Length * 1000).ShouldBeLessThan(100_000_000);
        var outcome = temporary.Ingest(temporary.Write("full_v2_202401.dat.gz", bytes).FullName).ShouldHaveSingleItem();
        outcome.Fault!.Code.ShouldBe("SRC-0002");
        outcome.Fault.Message.ShouldContain("Expands to more than");
        temporary.Store.Releases().ShouldBeEmpty();
    }

    [Fact]
    public void A_stream_gives_exactly_as_much_as_is_allowed()
    {
        using var allowed = new LimitedStream(new MemoryStream(new byte[100]), 100);
        allowed.CopyTo(Stream.Null);
        using var cut = new LimitedStream(new MemoryStream(new byte[100]), 99);
        Should.Throw<InvalidDataException>(() => cut.CopyTo(Stream.Null));
    }

    [Fact]
    public void An_empty_file_is_refused()
    {
        using var temporary = new TemporaryStore();
        temporary.IngestText("full_v2_202401.dat", "").ShouldHaveSingleItem().Fault!.Code.ShouldBe("SRC-0001");
    }

    [Fact]
    public void A_header_alone_is_refused_as_empty()
    {
        using var temporary = new TemporaryStore();
        temporary.IngestText("full_v2_202401.dat", Bulk.Header).ShouldHaveSingleItem().Fault!.Code.ShouldBe("SRC-0003");
        temporary.Store.Releases().ShouldBeEmpty();
    }

    [Fact]
    public void A_file_that_is_not_there_is_the_outside_world()
    {
        using var temporary = new TemporaryStore();
        var outside = Should.Throw<OutsideException>(() => temporary.Ingest("/nowhere/at/all.dat"));
        (outside.Code, outside.Retriable).ShouldBe(("STO-0002", false));
    }

    private static byte[] Wrap(string wrapping, string text, string name) => wrapping switch
    {
        "gz" => GZip(text),
        "zip" => Zip((name, text)),
        "7z" => Bulk.Archive(name, text),
        _ => Encoding.Latin1.GetBytes(text),
    };

    private static byte[] GZip(string text)
    {
        using var bytes = new MemoryStream();
        using (var stream = new GZipStream(bytes, CompressionLevel.Optimal))
        {
            stream.Write(Encoding.Latin1.GetBytes(text));
        }

        return bytes.ToArray();
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in entries)
            {
                using var stream = archive.CreateEntry(name).Open();
                stream.Write(Encoding.Latin1.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }
}
