using System.Globalization;
using Plimsoll.Sources.Sdmx;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Sources.Sdmx;

public sealed class EurostatTimeTests
{
    [Theory]
    [InlineData("13/02/26 11:00:00", "2026-02-13T10:00:00Z")]
    [InlineData("15/09/26 11:00:00", "2026-09-15T09:00:00Z")]
    [InlineData("29/03/26 01:59:59", "2026-03-29T00:59:59Z")]
    [InlineData("29/03/26 03:00:00", "2026-03-29T01:00:00Z")]
    [InlineData("25/10/26 01:00:00", "2026-10-24T23:00:00Z")]
    [InlineData("25/10/26 03:00:00", "2026-10-25T02:00:00Z")]
    [InlineData("01/06/60 12:00:00", "2060-06-01T10:00:00Z")]
    [InlineData("2026-09-15T11:00:00+0200", "2026-09-15T09:00:00Z")]
    [InlineData("2026-09-15T11:00:00+02:00", "2026-09-15T09:00:00Z")]
    [InlineData("2026-09-15T11:00:00Z", "2026-09-15T11:00:00Z")]
    [InlineData("2026-09-11T09:39:34.842Z", "2026-09-11T09:39:34.842Z")]
    public void Times_are_understood_in_Brussels(string text, string utc) =>
        EurostatTime.Parse(text).ShouldBe(DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("02/13/26 11:00:00")]
    [InlineData("2026-09-15")]
    [InlineData("yesterday")]
    public void Other_texts_are_no_time(string text) => EurostatTime.Parse(text).ShouldBeNull();

    [Fact]
    public void Nothing_is_no_time() => EurostatTime.Parse(null).ShouldBeNull();
}
