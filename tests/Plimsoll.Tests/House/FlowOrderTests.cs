using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.House;

/// <summary>Data has one way through the house; see docs/path.md.</summary>
public sealed partial class FlowOrderTests
{
    private static readonly string[] Order =
        ["Trade", "Ledger", "Sources", "Store", "Indicators", "Agreements", "Consultations", "Scenarios", "Host"];

    [Fact]
    public void A_stage_names_only_stages_before_it() => SourceTree.Files("src/Plimsoll", ".cs").SelectMany(Breaches).ShouldBeEmpty();

    [Theory]
    [InlineData("Store", "using Plimsoll.Agreements;", false)]
    [InlineData("Store", "using Plimsoll.Sources;", true)]
    [InlineData("Store", "using Plimsoll.Store.Cube;", true)]
    [InlineData("Store", "Agreements.Zone zone = default;", false)]
    [InlineData("Store", "file.Agreements.Clear();", true)]
    [InlineData("Trade", "using Plimsoll.Ledger;", false)]
    [InlineData("Scenarios", "using Plimsoll.Consultations;", true)]
    [InlineData("Consultations", "using Plimsoll.Host.Cli;", false)]
    [InlineData("Common", "", false)]
    public void The_rule_tells_a_breach_from_good_order(string stage, string code, bool good) =>
        Breaches(new TextFile($"src/Plimsoll/{stage}/X.cs", code)).Any().ShouldBe(!good);

    private static IEnumerable<string> Breaches(TextFile file)
    {
        var stage = file.Path.Split('/')[2];
        var rank = Array.IndexOf(Order, stage);
        return rank < 0
            ? [$"{file.Path} lies in no stage"]
            : from match in StageName().Matches(file.Text)
              where Array.IndexOf(Order, match.Groups["stage"].Value) > rank
              select $"{file.Path} uses {match.Value}";
    }

    // Inside the namespace Plimsoll a stage can also be named without the prefix.
    [GeneratedRegex(@"(\bPlimsoll\.|(?<![\w.])(?=\w+\.[A-Z]))(?<stage>Trade|Ledger|Sources|Store|Indicators|Agreements|Consultations|Scenarios|Host)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StageName();
}
