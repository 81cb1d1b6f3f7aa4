using System.Text.Json;
using Plimsoll.Agreements.Yaml;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Agreements;

/// <summary>The schemas for editors and the loader know the same keys and the same words.</summary>
public sealed class EditorSchemaTests
{
    private static readonly Dictionary<string, JsonElement> Shapes = new[] { "agreement.schema.json", "cases.schema.json" }
        .Select(name => JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "agreements", name))).RootElement.GetProperty("$defs"))
        .SelectMany(defs => defs.EnumerateObject())
        .ToDictionary(def => def.Name, def => def.Value, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Keys.ByName.Keys];

    [Fact]
    public void They_know_the_same_shapes() => Shapes.Where(shape => shape.Value.TryGetProperty("properties", out _)).Select(shape => shape.Key).ShouldBe(Keys.ByName.Keys, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void They_know_the_same_keys(string name)
    {
        var shape = Shapes[name];
        shape.GetProperty("properties").EnumerateObject().Select(property => property.Name).ShouldBe(Keys.ByName[name]);
        shape.GetProperty("required").EnumerateArray().Select(key => key.GetString()!).ShouldBe(Keys.ByName[name]);
        shape.GetProperty("additionalProperties").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public void They_know_the_same_words()
    {
        Enumerated("agreement", "status").ShouldBe(Words.Statuses.Keys);
        Enumerated("applies", "level").ShouldBe(Words.Levels.Keys);
        Enumerated("applies", "flow").ShouldBe(Words.Flows.Keys);
        Enumerated("applies", "source").ShouldBe(Words.Sources);
        Enumerated("applies", "regime").ShouldBe(Words.Regimes);
        Enumerated("clause", "basis").ShouldBe(Words.Bases.Keys);
        Enumerated("clause", "valuation").ShouldBe(Words.Valuations);
        Enumerated("clause", "aggregation").ShouldBe(Words.Aggregations);
        Enumerated("clause", "vintage_rule").ShouldBe(Words.Vintages.Keys);
        Enumerated("threshold", "comparator").ShouldBe(Words.Comparators.Keys);
        Enumerated("threshold", "direction").ShouldBe(Words.Directions.Keys);
        Enumerated("threshold", "window").ShouldBe(Words.Windows);
        Enumerated("effect", "amber").ShouldBe(Words.Effects);
        Enumerated("consultation", "calendar").ShouldBe(Words.Calendars.Keys);
        Enumerated("case", "expected").ShouldBe(Words.Zones.Keys);
    }

    private static IEnumerable<string> Enumerated(string shape, string key) =>
        Shapes[shape].GetProperty("properties").GetProperty(key).GetProperty("enum").EnumerateArray().Select(word => word.GetString()!);
}
