using Plimsoll.Ledger.Peers;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Ledger.Peers;

public sealed class PeerAddressTests
{
    [Theory]
    [InlineData("https://eu.example", "https://eu.example/")]
    [InlineData("https://eu.example/plimsoll", "https://eu.example/plimsoll/")]
    [InlineData("https://eu.example:8443/a/", "https://eu.example:8443/a/")]
    [InlineData("http://127.0.0.1:5190", "http://127.0.0.1:5190/")]
    [InlineData("http://localhost:5190/", "http://localhost:5190/")]
    [InlineData("http://[::1]:5190/", "http://[::1]:5190/")]
    public void An_address_is_https_or_on_this_machine(string text, string address) => PeerAddress.Parse(text).Value.AbsoluteUri.ShouldBe(address);

    [Theory]
    [InlineData("http://eu.example/")]
    [InlineData("http://192.168.0.1/")]
    [InlineData("http://127.0.0.1.evil.example/")]
    [InlineData("http://localhost@eu.example/")]
    [InlineData("https://me:secret@eu.example/")]
    [InlineData("https://eu.example/?a=b")]
    [InlineData("https://eu.example/?")]
    [InlineData("https://eu.example/#a")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("eu.example")]
    [InlineData("")]
    public void Anything_else_is_refused(string text) => PeerAddress.Parse(text).Fault!.Code.ShouldBe("LED-0200");
}
