using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.House;

/// <summary>A page that points to a file points to one that is there.</summary>
public sealed partial class DocumentPathTests
{
    [Fact]
    public void Every_path_in_every_page_exists() =>
        SourceTree.Markdown.SelectMany(page => Broken(page, SourceTree.Exists)).ShouldBeEmpty();

    [Fact]
    public void Every_page_that_a_comment_points_to_exists() =>
        SourceTree.Files("src", ".cs").SelectMany(file => Unwritten(file, SourceTree.Exists)).ShouldBeEmpty();

    [Theory]
    [InlineData("// The rule is docs/methods/coverage.md.", "src/A.cs: docs/methods/coverage.md")]
    [InlineData("// The rule is docs/path.md.", "")]
    [InlineData("/// with a page under docs/codes", "")]
    public void The_comment_rule_finds_an_unwritten_page(string code, string breach) =>
        string.Join('|', Unwritten(new TextFile("src/A.cs", code), path => path is "docs/path.md")).ShouldBe(breach);

    [Theory]
    [InlineData("See [the path](path.md).", "")]
    [InlineData("See [the path](./path.md#walk) and [us](../README.md).", "")]
    [InlineData("See [the path](pth.md).", "docs/page.md: pth.md")]
    [InlineData("See `docs/path.md`, `data/` and `.ci/run`.", "")]
    [InlineData("See `docs/pth.md`.", "docs/page.md: docs/pth.md")]
    [InlineData("See `src/Plimsoll/Nowhere/`.", "docs/page.md: src/Plimsoll/Nowhere/")]
    [InlineData("See `docs/codes/<CODE>.md`, `docs/*.md`, `/docs/x` and `https://example.org/docs/x.md`.", "")]
    [InlineData("See [a site](https://example.org/x.md), [mail](mailto:x@example.org) and [below](#below).", "")]
    [InlineData("Local results go to `bench/data/months`.", "")]
    [InlineData("```\n[x](pth.md)\n```\n", "")]
    public void The_rule_tells_a_broken_path_from_a_good_one(string text, string breach)
    {
        string[] there = ["README.md", "docs/path.md", "data", ".ci/run"];
        string.Join('|', Broken(new TextFile("docs/page.md", text), path => there.Contains(path.TrimEnd('/'), StringComparer.Ordinal))).ShouldBe(breach);
    }

    private static IEnumerable<string> Broken(TextFile page, Func<string, bool> exists)
    {
        var prose = string.Join('\n', Fence.ProseOf(page));
        var links = from match in Link().Matches(prose)
                    let target = match.Groups["path"].Value
                    where !exists(Resolve(page.Folder, target))
                    select target;
        var spans = from match in Span().Matches(prose)
                    let target = match.Groups["path"].Value
                    where !target.StartsWith("bench/data", StringComparison.Ordinal)
                    where !exists(target) && !exists(Resolve(page.Folder, target))
                    select target;
        return links.Concat(spans).Select(target => $"{page.Path}: {target}");
    }

    private static IEnumerable<string> Unwritten(TextFile file, Func<string, bool> exists) =>
        from match in Page().Matches(file.Text)
        where !exists(match.Value)
        select $"{file.Path}: {match.Value}";

    private static string Resolve(string folder, string target)
    {
        var parts = new Stack<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in target.Split('/'))
        {
            if (part is ".." && parts.Count > 0)
            {
                parts.Pop();
            }
            else if (part is not "." and not "")
            {
                parts.Push(part);
            }
        }

        return string.Join('/', parts.Reverse());
    }

    [GeneratedRegex(@"\bdocs/[\w/-]+\.md\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Page();

    [GeneratedRegex(@"\]\((?![a-z]+:|#)(?<path>[^)#\s]+)(#[^)\s]*)?\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<path>(docs|src|data|agreements|tests|bench|eng)/[\w./-]*|\.ci/[\w-]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Span();
}
