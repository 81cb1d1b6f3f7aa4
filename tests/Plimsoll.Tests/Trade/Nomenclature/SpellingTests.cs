using CsCheck;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Trade;

public sealed class SpellingTests
{
    private static readonly Gen<string> Words = Gen.String[Gen.Char["ABC"], 0, 7];

    [Theory] // Counted by hand.
    [InlineData("", "", 0)]
    [InlineData("", "CN", 2)]
    [InlineData("CHINA", "CHINA", 0)]
    [InlineData("CHIAN", "CHINA", 1)] // swapped
    [InlineData("CHNA", "CHINA", 1)] // left out
    [InlineData("CHIINA", "CHINA", 1)] // doubled
    [InlineData("CHENA", "CHINA", 1)] // another letter
    [InlineData("GERMNY", "GREMANY", 2)]
    [InlineData("CA", "ABC", 3)] // a swap may not be cut open by an insertion
    public void Slips_are_counted(string left, string right, int distance) => Spelling.Distance(left, right).ShouldBe(distance);

    [Fact]
    public void The_order_of_the_two_does_not_matter() =>
        Gen.Select(Words, Words).Sample((left, right) => Spelling.Distance(left, right) == Spelling.Distance(right, left));

    [Fact]
    public void The_distance_is_zero_for_the_same_and_never_more_than_the_longer_word() =>
        Gen.Select(Words, Words).Sample((left, right) =>
        {
            var distance = Spelling.Distance(left, right);
            (distance == 0).ShouldBe(string.Equals(left, right, StringComparison.Ordinal));
            distance.ShouldBeInRange(Math.Abs(left.Length - right.Length), Math.Max(left.Length, right.Length));
        });
}
