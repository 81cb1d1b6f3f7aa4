using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Plimsoll.Trade;

namespace Plimsoll.Consultations.Delivery;

/// <summary>Signatures after the specification of Standard Webhooks: HMAC-SHA256 over id, time and body.</summary>
public static class WebhookSignature
{
    private const string Prefix = "whsec_";
    private const int Least = 24;
    private const int Most = 64;

    /// <summary>Reads a secret, <c>whsec_</c> and 24 to 64 bytes in Base64; fault <c>NTC-0012</c>, which does not repeat it.</summary>
    public static Parsed<byte[]> ReadSecret(string text)
    {
        var bytes = new byte[Most + 2];
        return text.StartsWith(Prefix, StringComparison.Ordinal) && Convert.TryFromBase64String(text[Prefix.Length..], bytes, out var length) && length is >= Least and <= Most
            ? bytes[..length]
            : new Fault("NTC-0012", $"The secret of a webhook is {Prefix} and {Least} to {Most} random bytes in Base64.");
    }

    /// <summary>The header <c>webhook-signature</c>.</summary>
    /// <param name="secret">As of <see cref="ReadSecret"/>.</param>
    /// <param name="id">The header <c>webhook-id</c>.</param>
    /// <param name="at">The header <c>webhook-timestamp</c>, in whole seconds since 1970.</param>
    /// <param name="body">As sent.</param>
    public static string Of(ReadOnlySpan<byte> secret, string id, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{at.ToUnixTimeSeconds()}.")), .. body];
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(secret, signed))}";
    }
}
