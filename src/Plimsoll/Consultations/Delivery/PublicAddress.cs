using System.Net;
using System.Net.Sockets;
using Plimsoll.Trade;

namespace Plimsoll.Consultations.Delivery;

/// <summary>Keeps a webhook from reaching into networks that only this machine can see: the address of a receiver is somebody else's text.</summary>
internal static class PublicAddress
{
    // IANA's registries of special-purpose addresses: what is not reachable from everywhere, or leads to an IPv4 address inside.
    private static readonly IPNetwork[] Closed =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
            "::/127", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    /// <summary>True when the address is one of the public network.</summary>
    internal static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !Array.Exists(Closed, network => network.Contains(plain));
    }

    /// <summary>A handler that connects to nothing else, with neither redirects nor proxy nor cookies. The address that was checked is the one that is connected to.</summary>
    /// <param name="loopback">True when this machine itself is allowed as well.</param>
    internal static SocketsHttpHandler Handler(bool loopback) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        MaxResponseDrainSize = 0,
        ConnectCallback = async (context, cancel) =>
        {
            var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancel);
            var open = Array.FindAll(found, address => IsPublic(address) || (loopback && IPAddress.IsLoopback(address)));
            if (open.Length == 0)
            {
                throw new OutsideException("NTC-0031", $"{context.DnsEndPoint.Host} leads to {string.Join(", ", found.Select(address => address.ToString()))}, which is not public. Nothing was sent.", retriable: true);
            }

            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(open, context.DnsEndPoint.Port, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };
}
