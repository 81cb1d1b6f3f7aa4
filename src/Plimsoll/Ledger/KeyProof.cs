using System.Globalization;
using System.Text;
using Plimsoll.Ledger.Notes;

namespace Plimsoll.Ledger;

/// <summary>Shows that whoever enters a key has its private half: else a party could call another's key its own.</summary>
internal static class KeyProof
{
    /// <summary>First line of what is signed.</summary>
    internal const string MessageHeader = "plimsoll-key/v1";

    internal static string Of(SigningKey key, long index) => Convert.ToBase64String(key.Sign(Message(key.Verifier, index)));

    internal static bool Holds(VerifierKey key, long index, string proof) => Base64.Decode(proof) is { } signature && key.Verifies(Message(key, index), signature);

    private static byte[] Message(VerifierKey key, long index) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{MessageHeader}\n{key.Name}\n{index}\n{key}\n"));
}
