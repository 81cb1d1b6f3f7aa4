using System.Net;
using Plimsoll.Consultations.Delivery;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Consultations.Delivery;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("193.0.14.129", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("100.128.0.1", true)]
    [InlineData("2a02:2770::21a:4aff:feb3:2ee", true)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.8.9.10", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("64:ff9b::a9fe:a9fe", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00:ec2::254", false)]
    [InlineData("ff02::1", false)]
    public void Only_addresses_of_the_public_network_are_open(string address, bool open) => PublicAddress.IsPublic(IPAddress.Parse(address)).ShouldBe(open);

    [Theory]
    [InlineData("https://127.0.0.1:1/hook")]
    [InlineData("https://localhost:1/hook")]
    [InlineData("https://[::1]:1/hook")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("https://10.0.0.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f.1/")]
    public async Task A_webhook_into_a_closed_network_is_not_sent(string address)
    {
        using var post = new Post();
        var list = post.List(new Uri(address));
        list = list with { Webhooks = [list.Webhooks[0] with { Loopback = false }] };
        using var receiver = post.Webhook(list);
        var attempt = await receiver.SendAsync(new Batch(Guid.NewGuid(), receiver.Name, Notices.Told.Series(1), 0, null, default), TestContext.Current.CancellationToken);
        attempt.Delivered.ShouldBeFalse();
        attempt.Said.ShouldStartWith("NTC-0031");
    }
}
