using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.House;

/// <summary>Every code that a person can meet has a page that says what to do about it.</summary>
public sealed partial class FaultCodeTests
{
    [Fact]
    public void Every_code_has_a_page_and_every_page_a_code() => Breaches(SourceTree.Files("src", ".cs"), SourceTree.Files("docs/codes", ".md")).ShouldBeEmpty();

    [Fact]
    public void The_rule_finds_a_code_without_page_a_page_without_code_and_an_empty_page()
    {
        TextFile[] code = [new("src/A.cs", """return new Fault("SRC-0001", "No."); var other = "SRC-0002";""")];
        TextFile[] pages =
        [
            new("docs/codes/README.md", "# Codes"),
            new("docs/codes/SRC-0002.md", "# Something else\n"),
            new("docs/codes/SRC-0009.md", "# SRC-0009 Old\n\nWhat it means.\n\nAn example.\n\nThe remedy.\n"),
        ];

        Breaches(code, pages).ShouldBe(
            ["SRC-0001 has no page", "docs/codes/SRC-0002.md does not open with its code, or says too little", "docs/codes/SRC-0009.md is about a code that no source file uses"]);
    }

    private static IEnumerable<string> Breaches(IReadOnlyList<TextFile> sources, IReadOnlyList<TextFile> pages)
    {
        var used = sources.SelectMany(file => Literal().Matches(file.Text)).Select(match => match.Groups["code"].Value).ToHashSet(StringComparer.Ordinal);
        var written = pages.Where(page => PageName().IsMatch(page.Name)).ToDictionary(page => page.Name[..^3], StringComparer.Ordinal);
        return
        [
            .. from code in used.Order(StringComparer.Ordinal) where !written.ContainsKey(code) select $"{code} has no page",
            .. from page in written where !SaysEnough(page.Key, page.Value) select $"{page.Value.Path} does not open with its code, or says too little",
            .. from page in written where !used.Contains(page.Key) select $"{page.Value.Path} is about a code that no source file uses",
        ];
    }

    private static bool SaysEnough(string code, TextFile page) => page.Lines.Length >= 5 && page.Text.StartsWith($"# {code}", StringComparison.Ordinal);

    [GeneratedRegex("\"(?<code>[A-Z]{3}-[0-9]{4})\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literal();

    [GeneratedRegex(@"^[A-Z]{3}-[0-9]{4}\.md$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PageName();
}
