using Shouldly;
using Xunit;

namespace Plimsoll.Tests.House;

/// <summary>Code in a page is code of a file: its lines stand there in this order and without gaps, whatever the indentation.</summary>
public sealed class QuotationTests
{
    [Fact]
    public void Quoted_code_is_real_code()
    {
        var code = SourceTree.Code.Select(LinesOf).ToArray();
        SourceTree.Markdown.SelectMany(page => Invented(page, code)).ShouldBeEmpty();
    }

    [Fact]
    public void The_path_page_quotes_the_whole_walk_of_one_product()
    {
        var walk = LinesOf(SourceTree.Code.Single(file => file.Name is "FlowTests.cs"))
            .SkipWhile(line => !line.StartsWith("// Sources:", StringComparison.Ordinal))
            .SkipLast(2); // The ends of the method and the class.
        var page = SourceTree.Markdown.Single(file => file.Path is "docs/path.md");
        LinesOf(Fence.In(page).Single(fence => fence.Tag is "csharp").Lines).ShouldBe(walk);
    }

    [Theory]
    [InlineData("```csharp\n  var a = 1;\n\n  var b = 2;\n```\n", "")]
    [InlineData("```csharp\nvar b = 2;\nvar c = 3;\n```\n", "")]
    [InlineData("```csharp\nvar b = 2;\nvar a = 1;\n```\n", "a.md quotes code that stands in no file: var b = 2;")]
    [InlineData("```csharp\nvar a = 1;\nvar c = 3;\n```\n", "a.md quotes code that stands in no file: var a = 1;")]
    [InlineData("```text\nvar d = 4;\n```\n", "")]
    public void The_rule_finds_code_that_stands_in_no_file(string page, string breach) =>
        string.Join('|', Invented(new TextFile("a.md", page), [["var a = 1;", "var b = 2;", "var c = 3;"]])).ShouldBe(breach);

    private static IEnumerable<string> Invented(TextFile page, IReadOnlyList<string[]> code) =>
        from fence in Fence.In(page)
        where fence.Tag is "csharp"
        let quoted = LinesOf(fence.Lines)
        where !code.Any(lines => lines.AsSpan().IndexOf(quoted) >= 0)
        select $"{page.Path} quotes code that stands in no file: {quoted[0]}";

    private static string[] LinesOf(TextFile file) => LinesOf(file.Lines);

    private static string[] LinesOf(IEnumerable<string> lines) => [.. lines.Select(line => line.Trim()).Where(line => line.Length > 0)];
}
