using Shouldly;
using Xunit;

namespace Plimsoll.Tests.House;

/// <summary>A rule over no files always holds, so the walk itself is checked.</summary>
public sealed class SourceTreeTests
{
    [Fact]
    public void The_walk_finds_code_pages_and_hidden_files()
    {
        SourceTree.Code.ShouldContain(file => file.Path == "tests/Plimsoll.Tests/House/SourceTreeTests.cs");
        SourceTree.Code.ShouldContain(file => file.Path == "src/Plimsoll/Trade/Fault.cs");
        SourceTree.Markdown.ShouldContain(file => file.Path == "README.md");
        SourceTree.Paths().ShouldContain(path => path == ".ci/run");
    }

    [Fact]
    public void The_walk_leaves_out_what_builds_leave_behind() =>
        SourceTree.Paths().ShouldNotContain(path => path.Contains("/obj/", StringComparison.Ordinal) || path.StartsWith("artifacts/", StringComparison.Ordinal) || path.StartsWith(".git/", StringComparison.Ordinal));

    [Fact]
    public void Prose_and_blocks_of_a_page_are_told_apart()
    {
        var page = new TextFile("x.md", "a\n```console\nb\n\n```\nc\n```\nd\n```");
        Fence.ProseOf(page).ShouldBe(["a", "c"]);
        Fence.In(page).Select(fence => (fence.Tag, string.Join('|', fence.Lines))).ShouldBe([("console", "b|"), ("", "d")]);
    }
}
