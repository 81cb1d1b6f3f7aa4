using Shouldly;
using Xunit;

namespace Plimsoll.Tests.House;

/// <summary>Lengths of files. Lengths of methods are held by the analyzers, see .editorconfig.</summary>
public sealed class SizeTests
{
    private const int Limit = 400;
    private const int NearlyAll = 250;
    private const int ReadmeLimit = 150;
    private const int StageReadmeLimit = 40;

    [Fact]
    public void No_code_file_is_longer_than_the_limit() => SourceTree.Code.SelectMany(file => TooLong(file, Limit)).ShouldBeEmpty();

    [Fact]
    public void Nineteen_of_twenty_source_files_are_short() =>
        Percentile95(SourceTree.Files("src", ".cs").Select(file => file.Lines.Length)).ShouldBeLessThanOrEqualTo(NearlyAll);

    [Fact]
    public void The_front_page_is_read_in_five_minutes() =>
        SourceTree.Files("", "README.md").Where(file => file.Folder.Length == 0).SelectMany(file => TooLong(file, ReadmeLimit)).ShouldBeEmpty();

    [Fact]
    public void A_stage_page_fits_one_screen() =>
        SourceTree.Files("src/Plimsoll", "README.md").SelectMany(file => TooLong(file, StageReadmeLimit)).ShouldBeEmpty();

    [Theory]
    [InlineData(400, false)]
    [InlineData(401, true)]
    public void The_rule_counts_lines_as_an_editor_does(int lines, bool breach) =>
        TooLong(new TextFile("src/X.cs", string.Concat(Enumerable.Repeat("x\n", lines))), Limit).Any().ShouldBe(breach);

    [Fact]
    public void The_percentile_is_the_nearest_rank()
    {
        Percentile95(Enumerable.Range(1, 20)).ShouldBe(19);
        Percentile95(Enumerable.Range(1, 21)).ShouldBe(20);
        Percentile95([7]).ShouldBe(7);
    }

    private static IEnumerable<string> TooLong(TextFile file, int limit) =>
        file.Lines.Length > limit ? [$"{file.Path} has {file.Lines.Length} lines, limit {limit}"] : [];

    // Nearest rank: the smallest length that at least 95 of 100 files do not exceed.
    private static int Percentile95(IEnumerable<int> lengths)
    {
        var sorted = lengths.Order().ToArray();
        return sorted[(((sorted.Length * 95) + 99) / 100) - 1];
    }
}
