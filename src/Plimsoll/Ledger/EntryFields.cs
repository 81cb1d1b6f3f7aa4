using System.Text.Json;

namespace Plimsoll.Ledger;

/// <summary>The seven members of an entry, as they stand in the JSON.</summary>
internal sealed record EntryFields(string At, string Author, JsonElement Body, long Index, string Kind, string Log, string Signature)
{
    private static readonly string[] Names = ["at", "author", "body", "index", "kind", "log", "signature"];

    /// <summary>Null when a member is missing, of another type, or one too many. The JSON is known to be in canonical order.</summary>
    internal static EntryFields? Of(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || json.GetPropertyCount() != Names.Length)
        {
            return null;
        }

        var members = json.EnumerateObject().ToArray();
        if (!members.Select(m => m.Name).SequenceEqual(Names, StringComparer.Ordinal)
            || members.Where((_, i) => i is not (2 or 3)).Any(m => m.Value.ValueKind != JsonValueKind.String)
            || members[2].Value.ValueKind != JsonValueKind.Object
            || members[3].Value.ValueKind != JsonValueKind.Number || !members[3].Value.TryGetInt64(out var index))
        {
            return null;
        }

        string Text(int at) => members[at].Value.GetString()!;
        return new EntryFields(Text(0), Text(1), members[2].Value, index, Text(4), Text(5), Text(6));
    }
}
