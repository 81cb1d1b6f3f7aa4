using System.Globalization;
using CsCheck;
using Plimsoll.Sources.Sdmx;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Sources.Sdmx;

public sealed class AmountTests
{
    private static readonly Gen<long> Thousandths = Gen.Long[0, 999_999_999_999];

    [Fact]
    public void Three_decimals_are_kept_exactly() =>
        Thousandths.Sample(t => Amount.Read(Text(t / 1000m), 1, signed: false).Value.ShouldBe(t));

    [Fact]
    public void Four_decimals_are_never_rounded_away() =>
        Gen.Select(Thousandths, Gen.Int[1, 9]).Sample((t, digit) =>
            Amount.Read(Text((t / 1000m) + (digit / 10_000m)), 1, signed: false).Fault!.Code.ShouldBe("SRC-0127"));

    [Fact]
    public void The_noise_of_binary_sums_is_rounded_away() =>
        Gen.Select(Thousandths, Thousandths).Sample((a, b) =>
        {
            var noisy = ((a / 1000.0) + (b / 1000.0)).ToString("R", CultureInfo.InvariantCulture);
            Amount.Read(noisy, 1, signed: false).Value.ShouldBe(a + b);
        });

    [Theory]
    [InlineData("999999999999999.999", 1, 999_999_999_999_999_999)]
    [InlineData("9999999999999.99999", 100, 999_999_999_999_999_999)]
    [InlineData("-5", 1, -5_000)]
    [InlineData("0.001", 1_000_000, 1_000_000)]
    public void Scales_are_exact_up_to_the_limit(string text, long scale, long thousandths) =>
        Amount.Read(text, scale, signed: true).Value.ShouldBe(thousandths);

    private static string Text(decimal amount) => amount.ToString(CultureInfo.InvariantCulture);
}
