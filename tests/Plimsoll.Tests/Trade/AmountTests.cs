using CsCheck;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Trade;

public sealed class AmountTests
{
    [Fact]
    public void Thousandths_keep_every_amount_that_they_can_hold() =>
        Gen.Long[-999_999_999_999_999_999, 999_999_999_999_999_999].Sample(amount => Fixed3.FromDecimal(Fixed3.ToDecimal(amount)!.Value) == amount);

    [Theory]
    [InlineData("0.0001")]
    [InlineData("1000000000000000")]
    [InlineData("-1000000000000000")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    public void What_they_cannot_hold_is_said_to_be_so(string amount) =>
        Fixed3.FromDecimal(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)).ShouldBeNull();

    [Fact]
    public void The_largest_amount_fits() => Fixed3.FromDecimal(999_999_999_999_999.999m).ShouldBe(999_999_999_999_999_999);

    [Fact]
    public void What_was_not_given_is_not_zero() => Fixed3.ToDecimal(Fixed3.Null).ShouldBeNull();

    [Fact]
    public void Amounts_of_one_currency_add_and_of_two_do_not()
    {
        (Money.Euro(1.10m) + Money.Euro(2.20m)).ShouldBe(Money.Euro(3.30m));
        (Money.Euro(1m) - Money.Euro(3m)).ShouldBe(Money.Euro(-2m));
        Should.Throw<ArgumentException>(() => Money.Euro(1m) + new Money(1m, "CNY"));
    }

    [Fact]
    public void Quantities_of_one_unit_add_and_of_two_do_not()
    {
        (Quantity.Kilograms(1.5m) + Quantity.Kilograms(2m)).ShouldBe(Quantity.Kilograms(3.5m));
        Should.Throw<ArgumentException>(() => Quantity.Kilograms(1m) + new Quantity(1m, "PST"));
    }

    [Fact]
    public void Months_count_on_through_the_years() =>
        Gen.Select(Gen.Int[1988, 2100], Gen.Int[1, 12], Gen.Int[-500, 500]).Sample((year, number, step) =>
        {
            var month = Month.Of(year, number);
            month.Plus(step).FirstDay.ShouldBe(month.FirstDay.AddMonths(step));
            month.Plus(step).Plus(-step).ShouldBe(month);
        });
}
