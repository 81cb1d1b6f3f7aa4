using System.Globalization;
using Plimsoll.Host.Notices;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Host.Notices;

public sealed class ScheduleTests
{
    // 7 August 2026 is a Friday.
    [Theory]
    [InlineData("90s", "2026-08-07T10:01:30Z")]
    [InlineData("15m", "2026-08-07T10:15:00Z")]
    [InlineData("6h", "2026-08-07T16:00:00Z")]
    [InlineData("31d", "2026-09-07T10:00:00Z")]
    [InlineData("30 9 * * MON-FRI", "2026-08-10T09:30:00Z")]
    [InlineData("0 * * * *", "2026-08-07T11:00:00Z")]
    [InlineData("0 10 1 * *", "2026-09-01T10:00:00Z")]
    public void A_duration_or_a_cron_expression_says_when(string text, string next) =>
        Schedule.Parse(text).ShouldNotBeNull().Next(new DateTimeOffset(2026, 8, 7, 10, 0, 0, TimeSpan.Zero)).ShouldBe(DateTimeOffset.Parse(next, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("h")]
    [InlineData("0m")]
    [InlineData("-5m")]
    [InlineData("1.5h")]
    [InlineData("32d")]
    [InlineData("2147483647d")]
    [InlineData("99999999999d")]
    [InlineData("1w")]
    [InlineData("61 * * * *")]
    [InlineData("0 0 30 2 *")]
    [InlineData("hourly")]
    public void What_is_neither_is_refused(string text) => Schedule.Parse(text).ShouldBeNull();
}
