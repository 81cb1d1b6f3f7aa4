using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.House;

/// <summary>Names are the field's words; these endings say nothing.</summary>
public sealed partial class NameTests
{
    [Fact]
    public void No_type_name_ends_in_an_empty_word() => SourceTree.Code.SelectMany(Breaches).ShouldBeEmpty();

    [Theory]
    [InlineData("public sealed class StoreManager", "StoreManager")]
    [InlineData("internal readonly record struct RowData(int A);", "RowData")]
    [InlineData("    private static class TextUtils", "TextUtils")]
    [InlineData("file interface IComextService", "IComextService")]
    [InlineData("public enum Info", "Info")]
    public void The_rule_finds_a_banned_name(string code, string name) =>
        Breaches(new TextFile("src/X.cs", code)).ShouldBe([$"src/X.cs declares {name}"]);

    [Theory]
    [InlineData("public sealed class Database")]
    [InlineData("/// a class Helper would be banned")]
    [InlineData("var record = data;")]
    public void The_rule_leaves_good_names_alone(string code) => Breaches(new TextFile("src/X.cs", code)).ShouldBeEmpty();

    private static IEnumerable<string> Breaches(TextFile file) =>
        from line in file.Lines
        where !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
        let name = Declaration().Match(line).Groups["name"].Value
        where BannedEnding().IsMatch(name)
        select $"{file.Path} declares {name}";

    [GeneratedRegex(@"^\s*((public|internal|private|protected|file|static|sealed|abstract|readonly|ref|partial|unsafe)\s+)*(class|struct|interface|enum|record(\s+(class|struct))?)\s+(?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declaration();

    [GeneratedRegex("(Manager|Helpers?|Utils?|Utility|Impl|Core|Base|Service|Processor|Data|Info)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BannedEnding();
}
