using Plimsoll.Ledger.Files;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Ledger.Files;

public sealed class WholeFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plimsoll-whole-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_file_is_replaced_and_nothing_else_is_left()
    {
        var file = new FileInfo(Path.Combine(folder.FullName, "a"));
        WholeFile.Write(file, "old"u8);
        WholeFile.Write(file, "new"u8);
        File.ReadAllText(file.FullName).ShouldBe("new");
        folder.GetFiles().ShouldHaveSingleItem();
    }

    [Fact]
    public void What_must_be_new_replaces_nothing()
    {
        var file = new FileInfo(Path.Combine(folder.FullName, "key"));
        WholeFile.Write(file, "first"u8, isNew: true);
        Should.Throw<IOException>(() => WholeFile.Write(file, "second"u8, isNew: true));
        File.ReadAllText(file.FullName).ShouldBe("first");
        folder.GetFiles().ShouldHaveSingleItem();
    }

    [Fact]
    public void Only_the_owner_reads_what_is_his()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has other rights.");
            return;
        }

        var file = new FileInfo(Path.Combine(folder.FullName, "key"));
        WholeFile.Write(file, "secret"u8, UnixFileMode.UserRead | UnixFileMode.UserWrite, isNew: true);
        File.GetUnixFileMode(file.FullName).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
