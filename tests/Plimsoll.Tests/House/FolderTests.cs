using Shouldly;
using Xunit;

namespace Plimsoll.Tests.House;

/// <summary>The folder list is the map of the house, so it stays shallow, short and mirrored by the tests.</summary>
public sealed class FolderTests
{
    private const int FilesLimit = 25;
    private const int LevelsLimit = 2;

    [Fact]
    public void Code_lies_at_most_two_folders_deep() => CodePaths.SelectMany(TooDeep).ShouldBeEmpty();

    [Fact]
    public void A_folder_holds_at_most_twenty_five_code_files() => TooFull(CodePaths).ShouldBeEmpty();

    [Fact]
    public void Every_folder_of_the_library_has_tests_in_a_twin_folder() => WithoutTwin(CodePaths).ShouldBeEmpty();

    [Fact]
    public void Every_stage_has_a_page_that_says_what_it_is() => StagesWithoutPage(SourceTree.Paths("src")).ShouldBeEmpty();

    [Theory]
    [InlineData("src/Plimsoll/Sources/Comext/X.cs", true)]
    [InlineData("src/Plimsoll/Sources/Comext/Bulk/X.cs", false)]
    public void The_depth_rule_counts_from_the_project(string path, bool good) => TooDeep(path).Any().ShouldBe(!good);

    [Fact]
    public void The_fullness_rule_counts_each_folder_by_itself()
    {
        var full = Enumerable.Range(0, 25).Select(i => $"src/P/A/{i}.cs").ToArray();
        TooFull([.. full, "src/P/A/B/x.cs"]).ShouldBeEmpty();
        TooFull([.. full, "src/P/A/x.cs"]).ShouldBe(["src/P/A holds 26 code files"]);
    }

    [Fact]
    public void The_twin_rule_wants_a_test_and_not_just_a_folder()
    {
        const string Code = "src/Plimsoll/Store/Cube/Reader.cs";
        WithoutTwin([Code, "tests/Plimsoll.Tests/Store/Cube/ReaderTests.cs"]).ShouldBeEmpty();
        WithoutTwin([Code, "tests/Plimsoll.Tests/Store/Cube/Builder.cs"]).ShouldBe(["src/Plimsoll/Store/Cube"]);
    }

    [Fact]
    public void The_page_rule_names_the_stage_without_one() =>
        StagesWithoutPage(["src/Plimsoll/Store/A.cs", "src/Plimsoll/Trade/B.cs", "src/Plimsoll/Trade/README.md"]).ShouldBe(["src/Plimsoll/Store"]);

    private static IEnumerable<string> CodePaths => SourceTree.Code.Select(file => file.Path);

    private static string FolderOf(string path) => path[..path.LastIndexOf('/')];

    private static IEnumerable<string> TooDeep(string path) =>
        path.Split('/').Length - "src/Project/File.cs".Split('/').Length > LevelsLimit ? [path] : [];

    private static IEnumerable<string> TooFull(IEnumerable<string> paths) =>
        from folder in paths.GroupBy(FolderOf, StringComparer.Ordinal)
        where folder.Count() > FilesLimit
        select $"{folder.Key} holds {folder.Count()} code files";

    private static IEnumerable<string> WithoutTwin(IEnumerable<string> paths)
    {
        var tested = paths.Where(path => path.EndsWith("Tests.cs", StringComparison.Ordinal)).Select(FolderOf).ToHashSet(StringComparer.Ordinal);
        return from folder in paths.Where(path => path.StartsWith("src/Plimsoll/", StringComparison.Ordinal)).Select(FolderOf).Distinct(StringComparer.Ordinal)
               where !tested.Contains(folder.Replace("src/Plimsoll/", "tests/Plimsoll.Tests/", StringComparison.Ordinal))
               select folder;
    }

    private static IEnumerable<string> StagesWithoutPage(IReadOnlyList<string> paths) =>
        from stage in (from path in paths
                       let parts = path.Split('/')
                       where parts.Length > 3 && parts[1] is "Plimsoll" && path.EndsWith(".cs", StringComparison.Ordinal)
                       select $"src/Plimsoll/{parts[2]}").Distinct(StringComparer.Ordinal)
        where !paths.Contains(stage + "/README.md", StringComparer.Ordinal)
        select stage;
}
