using Plimsoll.Tests.Agreements;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Host.Cli;

/// <summary><c>agreement check</c> as the author of a text meets it: place, offending word, what is near, and the cases beside the text.</summary>
public sealed class AgreementCheckTests
{
    // Line and column of the word in SupplierClause.Text.
    [Theory]
    [InlineData("partners: [CN]", "partners: [CHN]", "16:57", "AGR-0006", "Near: CN")]
    [InlineData("reporters: [DE]", "reporters: [DEU]", "16:27", "AGR-0006", "Near: DE")]
    [InlineData("unit: ratio", "unit: EURO", "23:13", "AGR-0015", "Write 'unit: ratio'")]
    public async Task A_country_or_unit_that_is_none_is_refused_where_it_stands(string right, string wrong, string place, string code, string hint)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("agreement.yaml", SupplierClause.Text().Replace(right, wrong, StringComparison.Ordinal));
        var run = await CliRun.OfAsync("agreement", "check", path);
        run.ExitCode.ShouldBe(3);
        run.Error.ShouldStartWith($"{path}:{place}: {code}");
        run.Error.ShouldContain(hint);
    }

    // China Customs counts in dollars or yuan, Eurostat in euro.
    [Theory]
    [InlineData("comext", "USD", 3)]
    [InlineData("comext", "EUR", 0)]
    [InlineData("gacc-usd", "USD", 0)]
    [InlineData("gacc-usd", "EUR", 3)]
    [InlineData("gacc", "CNY", 0)]
    public async Task The_unit_of_an_amount_is_the_currency_of_its_source(string source, string unit, int exitCode)
    {
        using var folder = new TemporaryFolder();
        var text = SupplierClause.Text("value").Replace("unit: ratio", $"unit: {unit}", StringComparison.Ordinal).Replace("source: comext", $"source: {source}", StringComparison.Ordinal);
        var run = await CliRun.OfAsync("agreement", "check", folder.Write("agreement.yaml", text));
        run.ExitCode.ShouldBe(exitCode, run.Error);
        run.Error.Contains("AGR-0015", StringComparison.Ordinal).ShouldBe(exitCode != 0);
    }

    [Fact]
    public async Task A_case_that_the_moved_limit_decides_otherwise_is_named()
    {
        using var folder = new TemporaryFolder();
        var shipped = Path.Combine(Repository.Root, "agreements", "eu-china-illustrative");
        folder.Write("cases/limits.yaml", await File.ReadAllTextAsync(Path.Combine(shipped, "cases", "limits.yaml"), TestContext.Current.CancellationToken));
        var text = await File.ReadAllTextAsync(Path.Combine(shipped, "agreement.yaml"), TestContext.Current.CancellationToken);
        var same = await CliRun.OfAsync("agreement", "check", folder.Write("agreement.yaml", text));
        same.ExitCode.ShouldBe(0, same.Error);
        same.Out.ShouldContain("each decided as written");

        // The annual deficit exactly at and just inside 350 billion is red once the limit stands at 340.
        var at = text.IndexOf("red: -350000000000", StringComparison.Ordinal);
        var moved = await CliRun.OfAsync("agreement", "check", folder.Write("agreement.yaml", string.Concat(text.AsSpan(0, at), "red: -340000000000", text.AsSpan(at + 18))));
        moved.ExitCode.ShouldBe(3);
        moved.Error.ShouldContain("AGR-0016: cases/limits.yaml: the case expects amber, and clause annual-goods-deficit says red. Change the case, or the limits. Found: 'Exactly at deficit red'.");
        moved.Out.ShouldNotContain("each decided as written");
    }
}
