using Plimsoll.Agreements;
using Plimsoll.Agreements.Adoption;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Agreements.Adoption;

public sealed class AgreementDiffTests
{
    private static readonly string Text = File.ReadAllText(Shipped.PathOf("eu-china-illustrative"));
    private static readonly Agreement Before = AgreementFile.Parse(Text, "before.yaml").Agreement!;

    [Fact]
    public void The_same_text_has_no_changes() => AgreementDiff.Between(Before, Before).ShouldBeEmpty();

    [Theory]
    [InlineData("amber: -300000000000\n          red: -350000000000\n          hysteresis: none", "amber: -300000000000\n          red: -340000000000\n          hysteresis: none", "annual-goods-deficit: red limit of 'deficit' from 2019-01-01 changes from -350 000 000 000 to -340 000 000 000 (tighter).")]
    [InlineData("amber: -300000000000\n          red: -350000000000\n          hysteresis: none", "amber: none\n          red: -350000000000\n          hysteresis: none", "annual-goods-deficit: amber limit of 'deficit' from 2019-01-01 is gone; it was -300 000 000 000.")]
    [InlineData("amber: 0.4\n          red: 0.36", "amber: 0.39\n          red: 0.36", "cover-ratio: amber limit of 'cover' from 2019-01-01 changes from 0.4 to 0.39 (looser).")]
    [InlineData("version: 1", "version: 2", "version changes from 1 to 2.")]
    [InlineData("persistence: {k: 2, n: 3}", "persistence: {k: 1, n: 3}", "rolling-goods-deficit: persistence changes from 2 of 3 periods to 1 of 3 periods.")]
    [InlineData("consultation: {days: 10, calendar: working_days}", "consultation: none", "annual-goods-deficit: consultation changes from 10 working days to none.")]
    public void A_change_is_one_sentence_that_says_what_was_and_what_will_be(string was, string becomes, string sentence)
    {
        var at = Text.IndexOf(was, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0);
        var after = AgreementFile.Parse(Text[..at] + becomes + Text[(at + was.Length)..], "after.yaml");
        after.Faults.ShouldBeEmpty();
        AgreementDiff.Between(Before, after.Agreement!).ShouldHaveSingleItem().ToString().ShouldBe(sentence);
    }

    [Fact]
    public void A_clause_that_comes_or_goes_is_one_change()
    {
        var fewer = Before with { Clauses = [.. Before.Clauses.Skip(1)] };
        AgreementDiff.Between(Before, fewer).ShouldHaveSingleItem().ToString().ShouldBe("annual-goods-deficit: the clause is gone; it was Annual deficit in goods.");
        AgreementDiff.Between(fewer, Before).ShouldHaveSingleItem().ToString().ShouldBe("annual-goods-deficit: the clause is new: Annual deficit in goods.");
    }
}
