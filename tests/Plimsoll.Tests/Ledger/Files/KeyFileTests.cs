using Plimsoll.Ledger.Files;
using Plimsoll.Ledger.Notes;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Ledger.Files;

public sealed class KeyFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plimsoll-key-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_key_is_written_for_its_owner_alone_and_read_back()
    {
        using var key = SigningKey.Create("eu.example/plimsoll");
        var file = FileOf("inner/party.key");
        KeyFile.Write(file, key);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file.FullName).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        using var read = KeyFile.Read(file).Value;
        read.Verifier.ShouldBe(key.Verifier);
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherExecute)]
    public void A_file_that_others_can_use_is_refused(UnixFileMode more)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Rights are others there.");
        using var key = SigningKey.Create("eu.example/plimsoll");
        var file = FileOf("party.key");
        KeyFile.Write(file, key);
#pragma warning disable CA1416 // Skipped above.
        File.SetUnixFileMode(file.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | more);
#pragma warning restore CA1416
        KeyFile.Read(file).Fault!.Code.ShouldBe("LED-0010");
    }

    [Fact]
    public void A_missing_file_and_a_file_of_something_else_are_faults()
    {
        KeyFile.Read(FileOf("party.key")).Fault!.Code.ShouldBe("LED-0013");
        KeyFile.Read(FileOf("no/such/party.key")).Fault!.Code.ShouldBe("LED-0013");
        using var key = SigningKey.Create("eu.example/plimsoll");
        var file = FileOf("other.key");
        KeyFile.Write(file, key);
        File.WriteAllText(file.FullName, "-----BEGIN PRIVATE KEY-----");
        KeyFile.Read(file).Fault!.Code.ShouldBe("LED-0011");
    }

    [Fact]
    public void A_key_is_never_written_over_another()
    {
        using var key = SigningKey.Create("eu.example/plimsoll");
        var file = FileOf("party.key");
        KeyFile.Write(file, key);
        Should.Throw<OutsideException>(() => KeyFile.Write(file, key)).Code.ShouldBe("LED-0020");
    }

    private FileInfo FileOf(string name) => new(Path.Combine(folder.FullName, name));
}
