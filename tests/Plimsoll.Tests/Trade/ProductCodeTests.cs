using CsCheck;
using Plimsoll.Trade;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Trade;

public sealed class ProductCodeTests
{
    [Theory]
    [InlineData("39206290", "39206290", ProductKind.Cn8, "39")]
    [InlineData("3920 62 90", "39206290", ProductKind.Cn8, "39")]
    [InlineData("3920.62.90", "39206290", ProductKind.Cn8, "39")]
    [InlineData("010121", "010121", ProductKind.Hs6, "01")]
    [InlineData("8505", "8505", ProductKind.Hs4, "85")]
    [InlineData("85", "85", ProductKind.Hs2, "85")]
    [InlineData("39XXXXXX", "39XXXXXX", ProductKind.Masked, "39")]
    [InlineData("99RRR100", "99RRR100", ProductKind.Masked, "99")]
    [InlineData("TOTAL", "TOTAL", ProductKind.Total, "")]
    [InlineData("000TOTAL", "TOTAL", ProductKind.Total, "")]
    [InlineData("SITC7", "SITC7", ProductKind.Other, "")]
    public void Codes_are_read_with_their_kind(string text, string code, ProductKind kind, string chapter)
    {
        var product = ProductCode.Parse(text).Value;
        product.Text.ShouldBe(code);
        product.Kind.ShouldBe(kind);
        product.Chapter.ShouldBe(chapter);
    }

    [Theory]
    [InlineData("")]
    [InlineData("3920629")]
    [InlineData("392062901")]
    [InlineData("39xxxxxx")]
    [InlineData("3920,62")]
    [InlineData("-1")]
    [InlineData("٣٩٢٠٦٢٩٠")]
    public void Other_shapes_are_refused(string text) => ProductCode.Parse(text).Fault.ShouldNotBeNull().Code.ShouldBe("TRD-0001");

    [Fact]
    public void A_code_reads_back_as_itself() =>
        Gen.String[Gen.Char["0123456789AXRT_ ."], 0, 12].Sample(text =>
        {
            var read = ProductCode.Parse(text);
            if (read.Ok)
            {
                ProductCode.Parse(read.Value.Text).Value.ShouldBe(read.Value);
            }
        });

    [Fact]
    public void A_hostile_text_does_not_fill_the_fault() => ProductCode.Parse(new string('9', 10_000)).Fault!.Text.Length.ShouldBe(200);
}
