using CsCheck;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Trade;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2026-09", "2026-09")]
    [InlineData("2026-M09", "2026-09")]
    [InlineData("2026M09", "2026-09")]
    [InlineData("202609", "2026-09")]
    [InlineData("2026-09-01", "2026-09")]
    [InlineData("2026-Q3", "2026-Q3")]
    [InlineData("2026Q3", "2026-Q3")]
    [InlineData("2026", "2026")]
    [InlineData("2026-A1", "2026")]
    [InlineData("202652", "2026")]
    [InlineData("2026-01-01/P2M", "2026-01-01/P2M")]
    [InlineData("2026-01-01/P1Y", "2026")]
    [InlineData("2026-01/P3M", "2026-Q1")]
    public void Every_accepted_spelling_is_written_the_sdmx_way(string text, string written) =>
        Period.Parse(text).Value.ToString().ShouldBe(written);

    [Theory]
    [InlineData("")]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("2026-Q5")]
    [InlineData("26-09")]
    [InlineData("2026-9")]
    [InlineData("2026-52")]
    [InlineData("2026-09-02")]
    [InlineData("2026-01-01/P0M")]
    [InlineData("2026-01-01/PM")]
    [InlineData("2026/P2M")]
    [InlineData("2026-09 ")]
    [InlineData("٢٠٢٦-٠٩")]
    public void Anything_else_is_refused_with_its_text(string text)
    {
        var fault = Period.Parse(text).Fault.ShouldNotBeNull();
        fault.Code.ShouldBe("TRD-0003");
        fault.Text.ShouldBe(text);
    }

    [Fact]
    public void Writing_and_reading_is_the_identity() =>
        Gen.Select(Gen.Int[1988, 2100], Gen.Int[1, 12], Gen.Int[1, 24]).Sample((year, month, months) =>
        {
            var period = new Period(Month.Of(year, month), months);
            return Period.Parse(period.ToString()).Value == period;
        });
}
