using System.Collections.Frozen;
using System.Text.Json;

namespace Plimsoll.Ledger;

/// <summary>Kinds as entries write them.</summary>
public static class EntryKinds
{
    private static readonly FrozenDictionary<EntryKind, string> Texts =
        Enum.GetValues<EntryKind>().ToFrozenDictionary(kind => kind, kind => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()));

    private static readonly FrozenDictionary<string, EntryKind> Kinds = Texts.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>True for the kinds that decide who may sign.</summary>
    public static bool IsAboutKeys(this EntryKind kind) => kind is EntryKind.KeyIntroduced or EntryKind.KeyRotated or EntryKind.KeyRevoked;

    /// <summary>As in an entry: <c>key-introduced</c>.</summary>
    public static string Text(this EntryKind kind) => Texts[kind];

    /// <summary>Null for a text that is no kind.</summary>
    public static EntryKind? Of(string text) => Kinds.TryGetValue(text, out var kind) ? kind : null;
}
