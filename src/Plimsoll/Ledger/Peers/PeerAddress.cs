using Plimsoll.Trade;

namespace Plimsoll.Ledger.Peers;

/// <summary>Where a peer serves its log.</summary>
public static class PeerAddress
{
    /// <summary>
    /// Reads the address below which the log lies; it ends in a slash then. Faults <c>LED-0200</c>: only https, and http on this
    /// machine; no user, question or fragment.
    /// </summary>
    public static Parsed<Uri> Parse(string text)
    {
        var fault = new Fault("LED-0200", "The address of a peer begins with https://, or with http:// when it is on this machine, and has neither user nor question mark.", text);
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0 || text.AsSpan().IndexOfAny('?', '#') >= 0)
        {
            return fault;
        }

        if (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        {
            return fault;
        }

        return uri.AbsolutePath.EndsWith('/') ? uri : new Uri($"{uri.AbsoluteUri}/");
    }
}
