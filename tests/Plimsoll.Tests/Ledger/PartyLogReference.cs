using System.Text.Json;
using Plimsoll.Ledger.Notes;

namespace Plimsoll.Tests.Ledger;

/// <summary>The log that an independent script computed; see Reference/Ledger/README.md.</summary>
internal static class PartyLogReference
{
    private static readonly JsonElement Json = JsonElement.Parse(File.ReadAllBytes(Repository.Reference("Ledger/party-log.json")));

    internal const string Origin = "eu.example/plimsoll";

    internal static DateTimeOffset Start { get; } = new(2026, 7, 1, 8, 0, 0, TimeSpan.Zero);

    internal static string[] Keys => Texts("keys");

    internal static string[] Entries => Texts("entries");

    internal static string[] Leaves => Texts("leaves");

    internal static string[] Checkpoints => Texts("checkpoints");

    internal static JsonElement Body(int index) => Json.GetProperty("bodies")[index];

    internal static long CosignedAt => Json.GetProperty("cosigned_at").GetInt64();

    internal static string Cosigned => Json.GetProperty("cosigned").GetString()!;

    internal static SigningKey First() => Key("first", Origin);

    internal static SigningKey Second() => Key("second", Origin);

    internal static SigningKey Peer() => Key("peer", "cn.example/plimsoll");

    private static SigningKey Key(string seed, string name) => SigningKey.OfSeed(name, Convert.FromHexString(Json.GetProperty("seeds").GetProperty(seed).GetString()!));

    private static string[] Texts(string name) => [.. Json.GetProperty(name).EnumerateArray().Select(e => e.GetString()!)];
}
