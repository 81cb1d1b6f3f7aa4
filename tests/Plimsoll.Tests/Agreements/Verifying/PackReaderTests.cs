using System.IO.Compression;
using Plimsoll.Agreements.Verifying;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Agreements.Verifying;

public sealed class PackReaderTests
{
    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("folder/inside.txt")]
    [InlineData("a\\b.txt")]
    [InlineData("c:evil")]
    [InlineData(".hidden")]
    [InlineData("")]
    public void A_zip_that_names_another_place_is_refused(string name) => Codes(Zip((name, 1))).ShouldBe(["EVI-0002"]);

    [Fact]
    public void A_zip_that_unfolds_without_end_is_refused() => Codes(Zip(("rows.csv", 300 << 20))).ShouldBe(["EVI-0002"]);

    [Fact]
    public void A_zip_with_too_many_files_is_refused() => Codes(Zip([.. Enumerable.Range(0, 65).Select(i => ($"{i}.txt", 1))])).ShouldBe(["EVI-0002"]);

    [Fact]
    public void A_zip_with_a_name_twice_is_refused() => Codes(Zip(("rows.csv", 1), ("rows.csv", 2))).ShouldBe(["EVI-0002"]);

    [Fact]
    public void Something_else_is_no_pack()
    {
        Codes([1, 2, 3]).ShouldBe(["EVI-0001"]);
        Verification.Of("no-such-pack", []).Steps[0].Faults[0].Code.ShouldBe("EVI-0001");
        Codes(Zip(("readme.txt", 1))).ShouldBe(["EVI-0003", "EVI-0003", "EVI-0003"]);
    }

    [Fact]
    public void A_folder_inside_the_folder_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("plimsoll-pack-");
        try
        {
            folder.CreateSubdirectory("inside");
            Verification.Of(folder.FullName, []).Steps[0].Faults[0].Code.ShouldBe("EVI-0002");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Codes(byte[] zip) => PackFile.Verify(zip).Steps.SelectMany(s => s.Faults).Select(f => f.Code);

    private static byte[] Zip(params (string Name, int Length)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, length) in entries)
            {
                using var content = zip.CreateEntry(name.Length == 0 ? " " : name, CompressionLevel.Fastest).Open();
                content.Write(new byte[length]);
            }
        }

        return bytes.ToArray();
    }
}
