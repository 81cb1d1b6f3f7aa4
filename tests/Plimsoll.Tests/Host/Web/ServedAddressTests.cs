using Plimsoll.Tests.Host.Cli;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Host.Web;

/// <summary>A server is open to other machines only when somebody says so.</summary>
public sealed class ServedAddressTests
{
    [Theory]
    [InlineData("demo", "http://0.0.0.0:0")]
    [InlineData("serve", "http://192.0.2.1:5180")]
    [InlineData("serve", "http://127.0.0.1:0;http://[::]:0")]
    [InlineData("serve", "http://*:0")]
    public async Task An_address_beyond_this_machine_is_refused_before_anything_is_done(string command, string urls)
    {
        var store = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var run = await CliRun.OfAsync(command, "--store", store, "--urls", urls);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("WEB-0005");
        Directory.Exists(store).ShouldBeFalse();
    }
}
