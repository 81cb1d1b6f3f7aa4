using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.House;

/// <summary>Text that has no place in the repository, whichever file it stands in.</summary>
public sealed partial class TextTests
{
    // The rules themselves have to spell what they forbid.
    private static IEnumerable<TextFile> Written =>
        SourceTree.Files("", ".cs", ".md", ".yaml", ".yml", ".json", ".py", ".sh", ".props", ".csproj", ".cff", ".svg", "/run")
            .Where(file => !file.IsIn("tests/Plimsoll.Tests/House") && !file.IsIn("tests/Plimsoll.Tests/Specimens") && !file.Name.Equals("packages.lock.json", StringComparison.Ordinal));

    [Fact]
    public void Nothing_is_left_for_later() => Written.SelectMany(file => Found(file, Unfinished())).ShouldBeEmpty();

    [Fact]
    public void Nothing_names_a_machine() => Written.SelectMany(file => Found(file, MachinePath())).ShouldBeEmpty();

    [Fact]
    public void Nothing_names_a_package_registry()
    {
        Written.SelectMany(file => Found(file, Registry())).ShouldBeEmpty();
        SourceTree.Paths().Where(IsRegistrySetting).ShouldBeEmpty();
    }

    [Fact]
    public void Version_numbers_stand_in_the_change_log_alone() =>
        SourceTree.Markdown.Where(page => !page.Name.Equals("CHANGELOG.md", StringComparison.Ordinal) && !page.IsIn("tests") && !page.IsIn("bench/results"))
            .SelectMany(page => Found(page with { Text = Address().Replace(page.Text, "") }, Version())).ShouldBeEmpty();

    [Theory]
    [InlineData("// TODO later", true)]
    [InlineData("throw new NotImplementedException();", true)]
    [InlineData("# FIXME", true)]
    [InlineData("the todo list of the council, 39XXXXXX", false)]
    public void The_rule_finds_what_is_left_for_later(string text, bool breach) => Found(new TextFile("a.cs", text), Unfinished()).Any().ShouldBe(breach);

    [Theory]
    [InlineData("cp /home/someone/x .", true)]
    [InlineData(@"C:\Users\someone", true)]
    [InlineData("see /work/x", true)]
    [InlineData("see ../shared/design.md", true)]
    [InlineData("the user's home/office; https://example.org/home/x", false)]
    public void The_rule_finds_a_machine(string text, bool breach) => Found(new TextFile("a.md", text), MachinePath()).Any().ShouldBe(breach);

    [Theory]
    [InlineData("https://registry.example/v3/index.json", true)]
    [InlineData("pip install --index-url https://mirror.example/simple x", true)]
    [InlineData("https://example.org/api/index.json.html", false)]
    public void The_rule_finds_a_registry(string text, bool breach) => Found(new TextFile("a.md", text), Registry()).Any().ShouldBe(breach);

    [Theory]
    [InlineData("uses the engine in 1.5.6.1", true)]
    [InlineData("since v2.3", true)]
    [InlineData("served on 127.0.0.1, §5.3.1, SDMX 3.0, code 8505.11.10, 3.5 bn", false)]
    public void The_rule_finds_a_version(string text, bool breach) => Found(new TextFile("a.md", text), Version()).Any().ShouldBe(breach);

    private static bool IsRegistrySetting(string path) =>
        Path.GetFileName(path).ToUpperInvariant() is "NUGET.CONFIG" or ".NPMRC" or "PIP.CONF" or ".YARNRC";

    private static IEnumerable<string> Found(TextFile file, Regex forbidden) =>
        from line in file.Lines.Index()
        let match = forbidden.Match(line.Item)
        where match.Success
        select $"{file.Path}:{line.Index + 1}: {match.Value}";

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|NotImplemented\w*)\b|^\s*#region", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"(?<![\w/.:-])/(home|Users|root|work|mnt)/\w|[A-Z]:\\(Users|src|work)|\.\./shared/", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"https?://\S+/v3/index\.json\b|--index-url|--extra-index-url|https?://\S*(artifactory|nexus)\S*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Registry();

    [GeneratedRegex(@"(?<![\w.§])(?!127\.0\.0\.1|0\.0\.0\.0)([0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,4}(\.[0-9]+)?|v[0-9]+\.[0-9]+)(?![\w.])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Version();

    [GeneratedRegex(@"https?://[^\s)]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
