using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Plimsoll.Tests.Host.Web;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Host.Mcp;

/// <summary>The tools as a client of the official SDK finds and calls them.</summary>
public sealed class ToolTests(ServedSnapshot served) : IClassFixture<ServedSnapshot>
{
    private static readonly Dictionary<string, Dictionary<string, object?>> Calls = new(StringComparer.Ordinal)
    {
        ["agreement"] = With(),
        ["findings"] = With(("zone", "red")),
        ["explain_trigger"] = With(("finding", "annual-goods-deficit@EU27_2020.CN.TOTAL/2024")),
        ["changes_between"] = With(("from", "2025-04-01")),
        ["observations"] = With(("source", "published"), ("reporter", "EU27_2020"), ("partner", "CN"), ("product", "TOTAL"), ("months", 12)),
        ["releases"] = With(("source", "published")),
        ["find_product"] = With(("text", "85051110")),
        ["find_country"] = With(("text", "GR")),
    };

    [Fact]
    public async Task Every_tool_is_read_only_typed_and_answers()
    {
        await using var client = await ConnectAsync();
        var tools = await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
        tools.Select(t => t.Name).Order(StringComparer.Ordinal).ShouldBe(Calls.Keys.Order(StringComparer.Ordinal));
        foreach (var tool in tools)
        {
            tool.ProtocolTool.Annotations!.ReadOnlyHint.ShouldBe(true, tool.Name);
            tool.ProtocolTool.OutputSchema.ShouldNotBeNull(tool.Name);
            tool.Description.Length.ShouldBeGreaterThan(40);
            var answer = await client.CallToolAsync(tool.Name, Calls[tool.Name], cancellationToken: TestContext.Current.CancellationToken);
            (answer.IsError ?? false).ShouldBeFalse($"{tool.Name}: {(answer.Content.FirstOrDefault() as TextContentBlock)?.Text}");
            answer.StructuredContent.ShouldNotBeNull(tool.Name);
        }
    }

    [Fact]
    public async Task A_trigger_is_explained_with_the_vintage_the_source_and_an_address_for_each_number()
    {
        // 304.5 billion euro as first published in 2025; about 312 after the revision of 2026.
        var then = await CallAsync("explain_trigger", With(("finding", "annual-goods-deficit@EU27_2020.CN.TOTAL/2024"), ("asOf", "2025-04-01")));
        var value = then.GetProperty("finding").GetProperty("value");
        value.GetProperty("value").GetDecimal().ShouldBe(-304_500_000_000m);
        value.GetProperty("vintage").GetString().ShouldBe("as known on 2025-04-01");
        value.GetProperty("source").GetString()!.ShouldContain("CIF/FOB");

        var address = value.GetProperty("permalink").GetString()!;
        address.ShouldEndWith("?asof=2025-04-01");
        (await served.Client.GetAsync(new Uri(address), TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task A_question_about_nothing_is_refused_with_its_code_and_the_remedy()
    {
        await using var client = await ConnectAsync();
        var answer = await client.CallToolAsync("explain_trigger", With(("finding", "nothing@A.B.C/2024")), cancellationToken: TestContext.Current.CancellationToken);
        answer.IsError.ShouldBe(true);
        answer.Content.OfType<TextContentBlock>().Single().Text.ShouldContain("WEB-0003");
    }

    [Fact]
    public async Task Greece_is_found_under_both_of_its_codes()
    {
        var found = await CallAsync("find_country", With(("text", "GR")));
        found.GetProperty("codes")[0].GetProperty("code").GetString().ShouldBe("EL");
        found.GetProperty("codes")[0].GetProperty("label").GetString().ShouldBe("Greece");
    }

    private async Task<JsonElement> CallAsync(string tool, Dictionary<string, object?> arguments)
    {
        await using var client = await ConnectAsync();
        var answer = await client.CallToolAsync(tool, arguments, cancellationToken: TestContext.Current.CancellationToken);
        return JsonSerializer.SerializeToElement(answer.StructuredContent);
    }

    private static Dictionary<string, object?> With(params (string Name, object? Value)[] arguments) =>
        arguments.ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal);

    private Task<McpClient> ConnectAsync() => McpClient.CreateAsync(
        new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(served.Address, "/mcp") }),
        cancellationToken: TestContext.Current.CancellationToken);
}
