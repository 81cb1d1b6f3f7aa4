using System.Globalization;
using System.Text.Json;
using Plimsoll.Ledger;
using Plimsoll.Trade;

namespace Plimsoll.Consultations.Entries;

/// <summary>
/// Reads the body of an entry member by member. What is not as it should be reads as empty, and the first fault stays; what was read
/// counts only without one. Members that it is not asked for are left alone: a newer program may write more.
/// </summary>
internal sealed class EntryBody(JsonElement json, string kind)
{
    internal EntryBody(Entry entry)
        : this(entry.Body, entry.Kind.Text())
    {
    }

    /// <summary>The first that was wrong; <c>CON-0001</c> or <c>CON-0004</c>.</summary>
    internal Fault? Fault { get; private set; }

    internal string Text(string name) => Optional(name) ?? Missing(name, "text that is not empty", "");

    internal string? Optional(string name)
    {
        if (!Has(name, out var member))
        {
            return null;
        }

        return member.ValueKind == JsonValueKind.String && member.GetString() is { Length: > 0 } text ? text : Missing<string?>(name, "text that is not empty", null);
    }

    internal T Word<T>(string name)
        where T : struct, Enum => OptionalWord<T>(name) ?? Missing(name, "a word", default(T));

    internal T? OptionalWord<T>(string name)
        where T : struct, Enum
    {
        if (Optional(name) is not { } text)
        {
            return null;
        }

        if (Spelt.Read<T>(text) is { } word)
        {
            return word;
        }

        Fault ??= new Fault("CON-0004", $"'{name}' must be one of {string.Join(", ", Spelt.All<T>())}.", text);
        return null;
    }

    internal int Whole(string name, int least, int most) =>
        Has(name, out var member) && member.ValueKind == JsonValueKind.Number && member.TryGetInt32(out var number) && number >= least && number <= most
            ? number
            : Missing(name, $"a whole number from {least} to {most}", least);

    internal bool Flag(string name) => Has(name, out var member) && (member.ValueKind is JsonValueKind.True or JsonValueKind.False ? member.GetBoolean() : Missing(name, "true or false", false));

    /// <summary>Null when it is not there.</summary>
    internal DateOnly? Day(string name)
    {
        if (Optional(name) is not { } text)
        {
            return null;
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : Missing<DateOnly?>(name, "a date such as 2026-10-31", null);
    }

    internal IReadOnlyList<string> Texts(string name)
    {
        if (Has(name, out var member) && member.ValueKind == JsonValueKind.Array && member.EnumerateArray().All(one => one.ValueKind == JsonValueKind.String))
        {
            return [.. member.EnumerateArray().Select(one => one.GetString()!)];
        }

        return Missing<IReadOnlyList<string>>(name, "a list of texts", []);
    }

    /// <summary>An object inside; its fault becomes this one's.</summary>
    internal T? Inner<T>(string name, Func<EntryBody, T> read)
        where T : class =>
        Has(name, out var member) ? Read(name, member, read) : null;

    internal IReadOnlyList<T> List<T>(string name, Func<EntryBody, T> read)
        where T : class
    {
        if (Has(name, out var member) && member.ValueKind == JsonValueKind.Array)
        {
            return [.. member.EnumerateArray().Select(one => Read(name, one, read)).OfType<T>()];
        }

        return Missing<IReadOnlyList<T>>(name, "a list", []);
    }

    private T? Read<T>(string name, JsonElement member, Func<EntryBody, T> read)
        where T : class
    {
        if (member.ValueKind != JsonValueKind.Object)
        {
            return Missing<T?>(name, "an object", null);
        }

        var inner = new EntryBody(member, kind);
        var value = read(inner);
        Fault ??= inner.Fault;
        return value;
    }

    // A member that is null is not there.
    private bool Has(string name, out JsonElement member) => json.TryGetProperty(name, out member) && member.ValueKind != JsonValueKind.Null;

    private T Missing<T>(string name, string shouldBe, T value)
    {
        Fault ??= new Fault("CON-0001", $"An entry of kind {kind} has a member '{name}' that is {shouldBe}.", json.GetRawText());
        return value;
    }
}
