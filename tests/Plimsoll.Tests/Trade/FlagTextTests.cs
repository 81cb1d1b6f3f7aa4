using CsCheck;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Trade;

public sealed class FlagTextTests
{
    [Theory]
    [InlineData("", ObservationFlags.None)]
    [InlineData("p", ObservationFlags.Provisional)]
    [InlineData("ep", ObservationFlags.Estimated | ObservationFlags.Provisional)]
    [InlineData("pe", ObservationFlags.Estimated | ObservationFlags.Provisional)]
    [InlineData(":C", ObservationFlags.Missing | ObservationFlags.Confidential)]
    [InlineData(": c", ObservationFlags.Missing | ObservationFlags.Confidential)]
    [InlineData("b", ObservationFlags.Break)]
    public void Letters_are_read(string text, ObservationFlags flags) => FlagText.Parse(text).Value.ShouldBe(flags);

    [Theory]
    [InlineData("x")]
    [InlineData("p1")]
    public void Other_letters_are_refused(string text) => FlagText.Parse(text).Fault.ShouldNotBeNull().Code.ShouldBe("TRD-0005");

    [Fact]
    public void Writing_and_reading_is_the_identity() =>
        Gen.Int[0, 31].Sample(bits => FlagText.Parse(FlagText.Write((ObservationFlags)bits)).Value == (ObservationFlags)bits);
}
