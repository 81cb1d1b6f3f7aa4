using System.Text.Json;
using Plimsoll.Trade;

namespace Plimsoll.Sources.Sdmx;

/// <summary>What a JSON-stat answer says besides its values: dimensions, statuses, publication time.</summary>
internal sealed class JsonStatHead
{
    /// <summary>More cells than any dataset has; keeps position arithmetic far from overflow.</summary>
    private const long CellLimit = 100_000_000_000;

    private static readonly Dictionary<string, string> DatasetsByLabel = new(StringComparer.Ordinal)
    {
        ["EU trade since 1988 by HS2-4-6 and CN8"] = "DS-045409",
        ["International trade of EU and non-EU countries since 2002 by HS2-4-6"] = "DS-059341",
    };

    private JsonStatHead(JsonElement root)
    {
        Dimensions = [.. root.GetProperty("id").EnumerateArray().Select(id => TextOf(id))];
        Categories = [.. Dimensions.Zip(root.GetProperty("size").EnumerateArray(), (id, size) => ReadCategories(root.GetProperty("dimension").GetProperty(id), size.GetInt32()))];
        Cells = Categories.Aggregate(1L, (product, codes) => long.Min(product * codes.Length, CellLimit));
        Published = root.TryGetProperty("updated", out var updated) ? EurostatTime.Parse(updated.GetString()) : null;
        DatasetName = NameOf(root);
        Statuses = root.TryGetProperty("status", out var status) ? ReadStatuses(status) : [];
        StatusOfAll = status.ValueKind == JsonValueKind.String ? TextOf(status) : "";
    }

    /// <summary>Identifiers of the dimensions, in order of the positions' digits.</summary>
    internal IReadOnlyList<string> Dimensions { get; }

    /// <summary>Codes of each dimension.</summary>
    internal IReadOnlyList<string[]> Categories { get; }

    /// <summary>Product of the sizes.</summary>
    internal long Cells { get; }

    /// <summary>UTC; null when not stated.</summary>
    internal DateTimeOffset? Published { get; }

    /// <summary>The dataset's code, or its label when the code is not stated.</summary>
    internal string DatasetName { get; }

    /// <summary>Flags by position; not the one that holds for all.</summary>
    internal Dictionary<long, string> Statuses { get; }

    /// <summary>The flag of every cell; empty when each has its own.</summary>
    internal string StatusOfAll { get; }

    /// <summary>Reads everything except the values; fault <c>SRC-0152</c> when it is not JSON-stat.</summary>
    internal static Parsed<JsonStatHead> Read(JsonElement root)
    {
        try
        {
            var head = new JsonStatHead(root);
            return head.Categories.Count == head.Dimensions.Count && root.TryGetProperty("value", out _) ? head : NotJsonStat;
        }
        catch (Exception unfit) when (unfit is InvalidOperationException or FormatException or OverflowException or KeyNotFoundException)
        {
            // What System.Text.Json throws for a member of another type, another form, another size, or none.
            return NotJsonStat;
        }
    }

    private static Fault NotJsonStat { get; } = new("SRC-0152", "Not a JSON-stat 2.0 dataset: it needs id, size, dimension and value that agree.");

    private static string TextOf(JsonElement element) => element.GetString() ?? throw new FormatException("A text is null.");

    private static string NameOf(JsonElement root)
    {
        if (root.TryGetProperty("extension", out var extension) && extension.TryGetProperty("id", out var id))
        {
            return TextOf(id);
        }

        var label = root.TryGetProperty("label", out var text) ? TextOf(text) : "";
        return DatasetsByLabel.GetValueOrDefault(label, label);
    }

    private static string[] ReadCategories(JsonElement dimension, int size)
    {
        var category = dimension.GetProperty("category");
        var codes = category.TryGetProperty("index", out var index)
            ? Ordered(index)
            : [.. category.GetProperty("label").EnumerateObject().Select(only => only.Name)];
        return codes.Length == size && size > 0 ? codes : throw new FormatException("A dimension does not list as many categories as its size says.");
    }

    private static string[] Ordered(JsonElement index) => index.ValueKind == JsonValueKind.Array
        ? [.. index.EnumerateArray().Select(code => TextOf(code))]
        : [.. index.EnumerateObject().OrderBy(entry => entry.Value.GetInt32()).Select((entry, place) =>
            entry.Value.GetInt32() == place ? entry.Name : throw new FormatException("The categories of a dimension are not numbered from 0."))];

    private static Dictionary<long, string> ReadStatuses(JsonElement status) => status.ValueKind switch
    {
        JsonValueKind.Array => status.EnumerateArray().Index().Where(s => s.Item.ValueKind == JsonValueKind.String)
            .ToDictionary(s => (long)s.Index, s => TextOf(s.Item)),
        JsonValueKind.Object => status.EnumerateObject().GroupBy(s => long.Parse(s.Name, System.Globalization.CultureInfo.InvariantCulture))
            .ToDictionary(s => s.Key, s => TextOf(s.Last().Value)),
        _ => [],
    };
}
