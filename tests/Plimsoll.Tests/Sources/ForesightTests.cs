using Plimsoll.Tests.Sources.Comext;
using Plimsoll.Tests.Store;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Sources;

public sealed class ForesightTests
{
    [Fact]
    public void A_file_of_a_time_to_come_is_refused()
    {
        using var temporary = new TemporaryStore();
        var row = Bulk.Row("DE", "CN", "85XXXXXX", 1, "219001", 1, 1);
        var fault = temporary.IngestText("full_v2_219001.dat", Bulk.Header + row).ShouldHaveSingleItem().Fault.ShouldNotBeNull();
        (fault.Code, fault.Text).ShouldBe(("SRC-0025", "2190-01"));
        temporary.Store.Releases().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(2023, 12, 31, "SRC-0025")]
    [InlineData(2024, 1, 1, null)]
    public void A_period_does_not_begin_after_the_day_that_is_stated_for_its_publication(int year, int month, int day, string? code)
    {
        using var temporary = new TemporaryStore();
        var outcome = temporary.IngestText("full_v2_202401.dat", Bulk.Header + Bulk.Good, new DateTimeOffset(year, month, day, 12, 0, 0, TimeSpan.Zero)).ShouldHaveSingleItem();
        outcome.Fault?.Code.ShouldBe(code);
        (outcome.Release is null).ShouldBe(code is not null);
    }
}
