using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.House;

/// <summary>Nothing is claimed without saying where it comes from: methods, limits, data and specimens.</summary>
public sealed partial class EvidenceTests
{
    [Fact]
    public void Every_indicator_folder_has_a_method_page() =>
        WithoutMethod(SourceTree.Paths("src/Plimsoll/Indicators"), SourceTree.Paths("docs/methods")).ShouldBeEmpty();

    [Fact]
    public void Every_reference_in_an_agreement_leads_to_its_source() =>
        SourceTree.Files("agreements", "agreement.yaml").SelectMany(Unsourced).ShouldBeEmpty();

    [Fact]
    public void Every_data_file_has_a_provenance() =>
        Unexplained(SourceTree.Paths("data"), [.. SourceTree.Files("data", ".md").Where(page => IsProvenance(page.Name))]).ShouldBeEmpty();

    [Fact]
    public void Every_group_of_specimens_says_where_it_was_taken() =>
        WithoutReadme(SourceTree.Paths("tests/Plimsoll.Tests/Specimens")).ShouldBeEmpty();

    [Fact]
    public void The_specimen_rule_wants_a_page_for_each_source() =>
        WithoutReadme(
        [
            "tests/Plimsoll.Tests/Specimens/a/README.md", "tests/Plimsoll.Tests/Specimens/a/x.csv", "tests/Plimsoll.Tests/Specimens/b/y/README.md",
        ]).ShouldBe(["tests/Plimsoll.Tests/Specimens/b"]);

    [Fact]
    public void The_method_rule_reads_names_of_several_words() =>
        WithoutMethod(
            ["src/Plimsoll/Indicators/UnitValue/A.cs", "src/Plimsoll/Indicators/Mirror/B.cs", "src/Plimsoll/Indicators/Reading.cs"],
            ["docs/methods/unit-value.md"]).ShouldBe(["Mirror"]);

    [Theory]
    [InlineData("reference:\n  title: A\n  link: https://example.org/a\n", "")]
    [InlineData("- reference: { title: A, link: \"https://example.org/a\" }\n", "")]
    [InlineData("reference:\n  title: A\n  article: 3\nbasis: x\n", "a.yaml:1")]
    [InlineData("clauses:\n  - id: a\n    reference:\n      title: A\n    link: https://example.org/a\n", "a.yaml:3")]
    [InlineData("id: nothing\n", "a.yaml has no reference")]
    public void The_reference_rule_wants_a_link_inside_the_reference(string yaml, string breach) =>
        string.Join('|', Unsourced(new TextFile("a.yaml", yaml))).ShouldBe(breach);

    [Fact]
    public void The_provenance_rule_looks_in_the_folder_and_above()
    {
        string[] paths = ["data/PROVENANCE.md", "data/x/PROVENANCE.md", "data/x/a.csv", "data/x/b.csv", "data/y/c.csv"];
        TextFile[] pages = [new("data/PROVENANCE.md", "`c.csv` and `xa.csv`"), new("data/x/PROVENANCE.md", "a.csv")];
        Unexplained(paths, pages).ShouldBe(["data/x/b.csv"]);
    }

    private static IEnumerable<string> WithoutReadme(IReadOnlyList<string> paths) =>
        paths.Select(path => string.Join('/', path.Split('/')[..4])).Distinct(StringComparer.Ordinal)
            .Where(group => !paths.Contains(group + "/README.md", StringComparer.Ordinal));

    private static IEnumerable<string> WithoutMethod(IEnumerable<string> code, IEnumerable<string> pages)
    {
        var written = pages.Select(page => Bare(Path.GetFileNameWithoutExtension(page))).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return code.Where(path => path.Split('/') is [_, _, _, _, _] && path.EndsWith(".cs", StringComparison.Ordinal))
            .Select(path => path.Split('/')[3]).Distinct(StringComparer.Ordinal).Where(folder => !written.Contains(folder));
    }

    private static string Bare(string name) => name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);

    private static IEnumerable<string> Unsourced(TextFile yaml)
    {
        // A clause's reference is a mapping with a link; the reference of a single number is a sentence that the loader demands.
        var references = yaml.Lines.Index().Where(line => ReferenceKey().IsMatch(line.Item) && IsMapping(line.Item)).ToArray();
        return references.Length == 0
            ? [$"{yaml.Path} has no reference"]
            : from line in references
              where !BlockAt(yaml.Lines, line.Index).Any(inner => LinkKey().IsMatch(inner))
              select $"{yaml.Path}:{line.Index + 1}";
    }

    private static bool IsMapping(string line) => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() is "" or ['{', ..];

    // The line with the key, and the deeper lines below it.
    private static IEnumerable<string> BlockAt(string[] lines, int start)
    {
        var depth = Depth(lines[start]);
        return lines.Skip(start + 1).TakeWhile(line => string.IsNullOrWhiteSpace(line) || Depth(line) > depth).Prepend(lines[start]);
    }

    // A dash of a list counts as indentation, as it does in YAML.
    private static int Depth(string line) => line.Length - line.TrimStart(' ', '-').Length;

    private static IEnumerable<string> Unexplained(IEnumerable<string> paths, IReadOnlyList<TextFile> pages) =>
        from path in paths
        let name = Path.GetFileName(path)
        where !IsProvenance(name) && name is not "README.md"
        where !pages.Any(page => path.StartsWith(page.Folder + "/", StringComparison.Ordinal) && Names(page, name))
        select path;

    private static bool IsProvenance(string name) => name.StartsWith("PROVENANCE", StringComparison.Ordinal);

    private static bool Names(TextFile page, string name) =>
        Regex.IsMatch(page.Text, $@"(?<![\w.-]){Regex.Escape(name)}(?![\w-])", RegexOptions.None, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"^[\s-]*reference:", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReferenceKey();

    [GeneratedRegex("""\blink:\s*["']?https?://""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LinkKey();
}
