using System.Text;
using System.Text.Json;
using CsCheck;
using Plimsoll.Ledger.Json;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Ledger.Json;

public sealed class CanonicalJsonTests
{
    private static readonly Gen<string> Words = Gen.OneOf(Gen.String.AlphaNumeric, Gen.OneOf(Gen.Const(""), Gen.Const("\u20ac"), Gen.Const("\U0001f602"), Gen.Const("\ufb33"), Gen.Const("\"\\\u0001"), Gen.Const("10")));

    private static readonly JsonSerializerOptions Loose = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("french")]
    [InlineData("structures")]
    [InlineData("unicode")]
    [InlineData("values")]
    [InlineData("weird")]
    public void Published_samples_come_out_byte_for_byte(string name)
    {
        var input = File.ReadAllBytes(Repository.Specimen($"ledger/jcs/{name}.input.json"));
        CanonicalJson.Of(input).Value.ShouldBe(File.ReadAllBytes(Repository.Specimen($"ledger/jcs/{name}.output.json")));
    }

    // RFC 8785, section 3.2.4, the bytes of the sample of 3.2.2.
    [Fact]
    public void The_sample_of_the_standard_has_its_bytes()
    {
        const string Sample = """{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}""";
        const string Bytes =
            "7b 22 6c 69 74 65 72 61 6c 73 22 3a 5b 6e 75 6c 6c 2c 74 72 75 65 2c 66 61 6c 73 65 5d 2c 22 6e 75 6d 62 65 72 73 22 3a 5b 33 33 33 33 33 33 33 33 33 2e 33 33 33 33 33 33 33 2c 31 65 2b 33 30 2c 34 2e 35 2c 30 2e 30 30 32 2c 31 65 2d 32 37 5d 2c 22 73 74 72 69 6e 67 22 3a 22 e2 82 ac 24 5c 75 30 30 30 66 5c 6e 41 27 42 5c 22 5c 5c 5c 5c 5c 22 2f 22 7d";
        CanonicalJson.Of(Encoding.UTF8.GetBytes(Sample)).Value.ShouldBe(Convert.FromHexString(Bytes.Replace(" ", "", StringComparison.Ordinal)));
    }

    // RFC 8785, section 3.2.3: order of UTF-16 code units, in which a surrogate comes before U+FB33.
    [Fact]
    public void Members_are_sorted_by_code_units()
    {
        const string Sample = """{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}""";
        var sorted = CanonicalJson.Read(CanonicalJson.Of(Encoding.UTF8.GetBytes(Sample)).Value).Value;
        sorted.EnumerateObject().Select(m => m.Value.GetString()).ShouldBe(
            ["Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign", "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{\"a\":1,\"\\u0061\":2}")]
    [InlineData("[\"\\ud800\"]")]
    [InlineData("[\"\\udc00\\ud800\"]")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("[1e400]")]
    [InlineData("[-1e400]")]
    [InlineData("[1,]")]
    [InlineData("[01]")]
    [InlineData("// c\n1")]
    [InlineData("NaN")]
    public void What_is_not_interoperable_is_refused(string text) => CanonicalJson.Of(Encoding.UTF8.GetBytes(text)).Fault!.Code.ShouldBe("LED-0001");

    [Fact]
    public void Bytes_that_are_no_text_are_refused() => CanonicalJson.Of(new byte[] { (byte)'"', 0xff, (byte)'"' }).Fault!.Code.ShouldBe("LED-0001");

    [Fact]
    public void Deep_nesting_is_refused_and_not_a_crash() =>
        CanonicalJson.Of(Encoding.UTF8.GetBytes(new string('[', 100_000))).Fault!.Code.ShouldBe("LED-0001");

    [Fact]
    public void Neither_order_nor_space_nor_escapes_change_the_bytes() =>
        Gen.Select(Words.Array[0, 6], Words.Array[6], Gen.Int).Sample((names, texts, number) =>
        {
            var members = names.Distinct(StringComparer.Ordinal).Select((name, i) => (name, texts[i])).ToList();
            string Written(IEnumerable<(string Name, string Text)> all, bool indented) => JsonSerializer.Serialize(
                all.ToDictionary(m => m.Name, m => new object[] { m.Text, number }, StringComparer.Ordinal),
                indented ? Loose : JsonSerializerOptions.Default);

            var one = CanonicalJson.Of(Encoding.UTF8.GetBytes(Written(members, indented: false))).Value;
            var other = CanonicalJson.Of(Encoding.UTF8.GetBytes(Written(Enumerable.Reverse(members), indented: true))).Value;
            one.ShouldBe(other);
            CanonicalJson.Of(one).Value.ShouldBe(one);
        });
}
