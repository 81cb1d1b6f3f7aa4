using CsCheck;
using Plimsoll.Agreements;
using Plimsoll.Agreements.Cases;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Agreements;

public sealed class AgreementFileTests
{
    private static readonly string Crma = File.ReadAllText(Shipped.PathOf("eu-crma-65"));
    private static readonly string[] Spoilers = ["", "none", "[", "{", "}", "- ", ": ", "\"", "'", "\t", "&a", "*a", "!!int", "|", ">", "\0", "é", "1e9", "-99999999999999999999999999", "2026-13-45", "# ", "---", "\r\n"];

    [Theory]
    [InlineData("    valuation: none\n", "    valuaton: none\n", "AGR-0003", "Did you mean 'valuation'?")]
    [InlineData("    valuation: none\n", "", "AGR-0004", "lacks the key 'valuation'")]
    [InlineData("[CRM-STAGE]", "CRM-STAGE", "AGR-0005", "must be a list")]
    [InlineData("red: 0.65", "red: 65 %", "AGR-0006", "must be a number")]
    [InlineData("- effective: 2024-05-23", "- effective: 23.5.2024", "AGR-0006", "must be a date")]
    [InlineData("[CN]", "[China]", "AGR-0006", "must be a country or group code")]
    [InlineData("flow: import", "flow: imports", "AGR-0007", "Did you mean 'import'?")]
    [InlineData("window: calendar_year", "window: calender_year", "AGR-0007", "Did you mean 'calendar_year'?")]
    [InlineData("higher_is_worse", "lower_is_worse", "AGR-0008", "contradicts the comparator")]
    [InlineData("amber: none\n          red: 0.65", "amber: 0.7\n          red: 0.65", "AGR-0008", "later than red")]
    [InlineData("red: 0.65", "red: none", "AGR-0008", "needs an amber or a red limit")]
    [InlineData("hysteresis: none", "hysteresis: {exit_amber: none, exit_red: 0.7}", "AGR-0008", "beyond the limit")]
    [InlineData("hysteresis: none", "hysteresis: {exit_amber: 0.5, exit_red: 0.6}", "AGR-0008", "needs the limit that it ends")]
    [InlineData("Illustrative – not agreed by the parties.", "Good.", "AGR-0010", "must contain the words")]
    [InlineData("{k: 1, n: 1}", "{k: 2, n: 1}", "AGR-0006", "from 1 to 1")]
    [InlineData("baseline: none", "baseline: fixed.20x3", "AGR-0006", "names its period")]
    [InlineData("id: single-country", "id: Single Country", "AGR-0006", "lower-case letters")]
    [InlineData("link: https:", "link: http:", "AGR-0006", "https address")]
    [InlineData("red: 0.65", "red: {by: {measure: share, window: roll12, baseline: none}, stairs: [{up_to: 0.5, value: 1}]}", "AGR-0012", "Stairs must rise")]
    [InlineData("duty_ladder: none", "duty_ladder: [{above: 0.2, rate: 1}, {above: 0.1, rate: 1}]", "AGR-0012", "must start above")]
    [InlineData("[CRM-STAGE]", "&x [CRM-STAGE]", "AGR-0002", "Anchors and aliases")]
    [InlineData("[CRM-STAGE]", "[CRM-STAGE", "AGR-0001", "Not YAML")]
    public void A_fault_says_what_is_wrong_and_what_would_be_right(string right, string wrong, string code, string message)
    {
        Crma.ShouldContain(right);
        var file = AgreementFile.Parse(Crma.Replace(right, wrong, StringComparison.Ordinal), "x.yaml");
        file.Agreement.ShouldBeNull();
        file.Faults.ShouldContain(fault => fault.Fault.Code == code && fault.Fault.Message.Contains(message), string.Join('\n', file.Faults));
    }

    [Fact]
    public void A_fault_names_the_line_and_column_where_a_person_finds_it()
    {
        var lines = Crma.Split('\n');
        var line = Array.FindIndex(lines, text => text.Contains("flow: import", StringComparison.Ordinal));
        var fault = AgreementFile.Parse(Crma.Replace("flow: import", "flow: imports", StringComparison.Ordinal), "x.yaml").Faults.ShouldHaveSingleItem();
        fault.ToString().ShouldStartWith($"x.yaml:{line + 1}:{lines[line].IndexOf("import", StringComparison.Ordinal) + 1}: AGR-0007: ");
    }

    [Fact]
    public void One_pass_finds_every_fault() => AgreementFile.Parse(
        Crma.Replace("flow: import", "flow: in", StringComparison.Ordinal).Replace("red: 0.65", "red: x", StringComparison.Ordinal), "x.yaml").Faults.Count.ShouldBe(2);

    [Theory]
    [InlineData("")]
    [InlineData("- a")]
    [InlineData("text")]
    [InlineData("a: 1\n---\nb: 2")]
    public void Something_else_than_an_agreement_is_a_fault(string text) => AgreementFile.Parse(text, "x").Faults.ShouldNotBeEmpty();

    [Fact]
    public void Depth_and_size_are_limited()
    {
        AgreementFile.Parse(new string('[', 100_000), "x").Faults[0].Fault.Code.ShouldBe("AGR-0002");
        AgreementFile.Parse(new string('x', 1_000_001), "x").Faults[0].Fault.Code.ShouldBe("AGR-0002");
    }

    [Fact]
    public void Two_clauses_with_one_id_are_a_fault()
    {
        var clause = Crma[Crma.IndexOf("  - id: single-country", StringComparison.Ordinal)..];
        AgreementFile.Parse($"{Crma}\n{clause}", "x").Faults.ShouldHaveSingleItem().Fault.Code.ShouldBe("AGR-0009");
    }

    [Fact]
    public void A_file_that_is_not_there_is_the_outside_world() =>
        Should.Throw<OutsideException>(() => AgreementFile.Load("/no/such/agreement.yaml")).Code.ShouldBe("AGR-0014");

    [Fact]
    public void No_spoilt_agreement_throws()
    {
        var texts = Shipped.Paths.Select(File.ReadAllText).ToArray();
        Spoilt(texts).Sample(text => AgreementFile.Parse(text, "x") is var file && (file.Agreement is null) == (file.Faults.Count > 0), iter: 5_000);
    }

    [Fact]
    public void No_spoilt_case_file_throws()
    {
        var agreement = Shipped.Agreement("eu-china-illustrative");
        var texts = Shipped.CasePaths(agreement.Id).Select(path => File.ReadAllText(path)[..4_000]).ToArray();
        Spoilt(texts).Sample(text => CaseFile.Parse(text, "x", agreement).Cases.All(one => Enum.IsDefined(one.Run(agreement).Zone)), iter: 2_000);
    }

    [Theory]
    [InlineData("clause: billion-a-day", "clause: billion-a-year", "AGR-0007")]
    [InlineData("balance.calendar_year: ", "balance.roll12: ", "AGR-0013")]
    [InlineData("agreement: eu-china-illustrative", "agreement: other", "AGR-0013")]
    [InlineData("expected: amber", "expected: yellow", "AGR-0007")]
    [InlineData("period: 2024", "period: last year", "AGR-0006")]
    public void A_case_that_names_what_does_not_exist_is_a_fault(string right, string wrong, string code)
    {
        var agreement = Shipped.Agreement("eu-china-illustrative");
        var text = File.ReadAllText(Shipped.CasePaths(agreement.Id).Single(path => path.EndsWith("story.yaml", StringComparison.Ordinal)));
        CaseFile.Parse(text.Replace(right, wrong, StringComparison.Ordinal), "x", agreement).Faults.ShouldContain(fault => fault.Fault.Code == code);
    }

    /// <summary>A real file with a few pieces cut out, doubled or replaced.</summary>
    private static Gen<string> Spoilt(string[] texts) => Gen.Select(
        Gen.Int[0, texts.Length - 1],
        Gen.Select(Gen.Double[0, 1], Gen.Int[0, 40], Gen.Int[0, Spoilers.Length - 1]).Array[1, 4]).Select((which, edits) => edits.Aggregate(texts[which], (text, edit) =>
        {
            var at = (int)(edit.Item1 * text.Length);
            return text[..at] + Spoilers[edit.Item3] + text[Math.Min(text.Length, at + edit.Item2)..];
        }));
}
