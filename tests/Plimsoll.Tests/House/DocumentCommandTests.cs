using System.CommandLine;
using System.CommandLine.Parsing;
using Plimsoll.Host.Cli;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.House;

/// <summary>A command in a page is one that the program takes: each line of a <c>console</c> block is parsed by the real command line.</summary>
public sealed class DocumentCommandTests
{
    private static readonly HashSet<string> DotnetVerbs = new(StringComparer.Ordinal) { "build", "test", "run", "restore", "format", "publish", "tool", "pack" };

    [Fact]
    public void Every_command_in_every_page_parses()
    {
        var root = Root();
        SourceTree.Markdown.SelectMany(page => Broken(page, root)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("plimsoll weigh --depth 3", true)]
    [InlineData("$ plimsoll weigh --depth 3", true)]
    [InlineData("plimsoll weigh --deep 3", false)]
    [InlineData("plimsoll weight", false)]
    [InlineData("dotnet run --project src/Plimsoll.Host -c Release -- weigh --depth 3", true)]
    [InlineData("dotnet run --project src/Plimsoll.Host -c Release -- weigh --deep 3", false)]
    [InlineData("dotnet run --project src/Nowhere -- weigh", false)]
    [InlineData("dotnet test", true)]
    [InlineData("dotnet tset", false)]
    [InlineData("plimsolls are shoes", true)]
    [InlineData("  a line of output", true)]
    public void The_rule_tells_a_command_from_a_mistake(string line, bool good)
    {
        var weigh = new Command("weigh");
        weigh.Options.Add(new Option<int>("--depth"));
        var root = new RootCommand();
        root.Subcommands.Add(weigh);

        Broken(new TextFile("docs/x.md", $"```console\n{line}\n```\n"), root).Any().ShouldBe(!good);
        Broken(new TextFile("docs/x.md", $"```text\n{line}\n```\n"), root).ShouldBeEmpty();
    }

    private static RootCommand Root() => CommandLine.Root(Terminal.System(), TimeProvider.System);

    private static IEnumerable<string> Broken(TextFile page, Command root) =>
        from fence in Fence.In(page)
        where fence.Tag is "console"
        from line in fence.Lines
        let command = line.StartsWith("$ ", StringComparison.Ordinal) ? line[2..] : line
        from fault in FaultsOf(command, root)
        select $"{page.Path}: {command}: {fault}";

    private static IEnumerable<string> FaultsOf(string command, Command root)
    {
        var words = CommandLineParser.SplitCommandLine(command).ToArray();
        return words switch
        {
            ["plimsoll", .. var rest] => ParseFaults(rest, root),
            ["dotnet", "run", .. var rest] => [.. MissingPaths(rest), .. ParseFaults([.. rest.SkipWhile(word => word is not "--").Skip(1)], root)],
            ["dotnet", var verb, ..] when !DotnetVerbs.Contains(verb) => [$"dotnet has no {verb}"],
            ["dotnet", .. var rest] => MissingPaths(rest),
            _ => [],
        };
    }

    private static IEnumerable<string> ParseFaults(string[] words, Command root) => root.Parse(words).Errors.Select(error => error.Message);

    private static IEnumerable<string> MissingPaths(IEnumerable<string> words) =>
        from word in words
        where word.StartsWith("src/", StringComparison.Ordinal) || word.StartsWith("tests/", StringComparison.Ordinal) || word.StartsWith("bench/", StringComparison.Ordinal)
        where !SourceTree.Exists(word)
        select $"{word} is not there";
}
