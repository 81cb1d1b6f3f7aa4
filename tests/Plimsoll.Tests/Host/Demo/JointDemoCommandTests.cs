using System.Text.Json;
using Plimsoll.Tests.Host.Cli;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Host.Demo;

public sealed class JointDemoCommandTests
{
    [Fact]
    public async Task The_story_is_one_document_and_ends_with_what_both_parties_entered()
    {
        var store = Directory.CreateTempSubdirectory("plimsoll-demo-");
        try
        {
            var run = await CliRun.OfAsync("joint-demo", "--json", "--store", store.FullName);
            run.ExitCode.ShouldBe(0, run.Error);
            var steps = JsonElement.Parse(run.Out).GetProperty("steps").EnumerateArray().ToList();
            steps.Count.ShouldBeGreaterThan(5);
            var commands = steps.SelectMany(step => step.GetProperty("commands").EnumerateArray()).ToList();
            commands.Count(command => command.GetProperty("exit_code").GetInt32() == 3).ShouldBe(1); // The flipped byte.
            run.Error.ShouldContain("It takes the revision in, computes again, and the dispute is over");

            // Both stores come to the same case, each on its own.
            var folder = JsonElement.Parse(run.Out).GetProperty("folder").GetString()!;
            var cases = await Task.WhenAll(new[] { "eu", "cn" }.Select(party => CliRun.OfAsync("cases", "eu-china-illustrative/total@CN.EU27_2020/2025", "--json", "--store", Path.Combine(folder, party))));
            cases[0].Out.ShouldBe(cases[1].Out);
            var one = JsonElement.Parse(cases[0].Out);
            (one.GetProperty("state").GetString(), one.GetProperty("outcome").GetString()).ShouldBe(("closed", "undertaking"));
            one.GetProperty("steps").EnumerateArray().Where(step => step.GetProperty("outcome").ValueKind == JsonValueKind.String)
                .Select(step => (step.GetProperty("to").GetString(), step.GetProperty("by").GetString(), step.GetProperty("confirms").GetBoolean()))
                .ShouldBe([("outcome", "cn.demo.example", false), ("outcome", "eu.demo.example", true), ("closed", "eu.demo.example", false), ("closed", "cn.demo.example", true)]);
            one.GetProperty("deadlines").EnumerateArray().ShouldAllBe(deadline => deadline.GetProperty("waits_for").GetArrayLength() == 0);
        }
        finally
        {
            store.Delete(recursive: true);
        }
    }
}
