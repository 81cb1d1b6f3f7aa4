using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Plimsoll.Ledger.Json;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Ledger.Json;

public sealed class NumberTextTests
{
    // RFC 8785, appendix B.
    [Theory]
    [InlineData(0x0000000000000000, "0")]
    [InlineData(0x8000000000000000, "0")]
    [InlineData(0x0000000000000001, "5e-324")]
    [InlineData(0x8000000000000001, "-5e-324")]
    [InlineData(0x7fefffffffffffff, "1.7976931348623157e+308")]
    [InlineData(0xffefffffffffffff, "-1.7976931348623157e+308")]
    [InlineData(0x4340000000000000, "9007199254740992")]
    [InlineData(0xc340000000000000, "-9007199254740992")]
    [InlineData(0x4430000000000000, "295147905179352830000")]
    [InlineData(0x44b52d02c7e14af5, "9.999999999999997e+22")]
    [InlineData(0x44b52d02c7e14af6, "1e+23")]
    [InlineData(0x44b52d02c7e14af7, "1.0000000000000001e+23")]
    [InlineData(0x444b1ae4d6e2ef4e, "999999999999999700000")]
    [InlineData(0x444b1ae4d6e2ef4f, "999999999999999900000")]
    [InlineData(0x444b1ae4d6e2ef50, "1e+21")]
    [InlineData(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7")]
    [InlineData(0x3eb0c6f7a0b5ed8d, "0.000001")]
    [InlineData(0x41b3de4355555553, "333333333.3333332")]
    [InlineData(0x41b3de4355555554, "333333333.33333325")]
    [InlineData(0x41b3de4355555555, "333333333.3333333")]
    [InlineData(0x41b3de4355555556, "333333333.3333334")]
    [InlineData(0x41b3de4355555557, "333333333.33333343")]
    [InlineData(0xbecbf647612f3696, "-0.0000033333333333333333")]
    [InlineData(0x43143ff3c1cb0959, "1424953923781206.2")]
    public void Numbers_are_written_as_the_standard_tables_them(ulong bits, string text) => NumberText.Of(BitConverter.UInt64BitsToDouble(bits)).ShouldBe(text);

    // Published hashes of the first lines of the sequence: testdata of cyberphone/json-canonicalization.
    [Theory]
    [InlineData(1_000, "be18b62b6f69cdab33a7e0dae0d9cfa869fda80ddc712221570f9f40a5878687")]
    [InlineData(100_000, "22776e6d4b49fa294a0d0f349268e5c28808fe7e0cb2bcbe28f63894e494d4c7")]
    public void A_hundred_thousand_numbers_have_the_published_hash(int lines, string sha256)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var number in Sequence().Take(lines))
        {
            hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{BitConverter.DoubleToUInt64Bits(number):x},{NumberText.Of(number)}\n")));
        }

        Convert.ToHexStringLower(hash.GetHashAndReset()).ShouldBe(sha256);
    }

    [Fact]
    public void Every_number_reads_back_as_itself() =>
        Gen.Double.Where(double.IsFinite).Sample(number => double.Parse(NumberText.Of(number), CultureInfo.InvariantCulture).ShouldBe(number));

    // The sequence of the published test file: fixed values, a run of small ones, then hashes of hashes read as doubles.
    private static IEnumerable<double> Sequence()
    {
        foreach (var line in File.ReadLines(Repository.Specimen("ledger/jcs/es6-static-doubles.txt")))
        {
            yield return BitConverter.UInt64BitsToDouble(ulong.Parse(line, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        }

        for (var i = 0UL; i < 2000; i++)
        {
            yield return BitConverter.UInt64BitsToDouble(0x0010000000000000 + i);
        }

        for (var block = SHA256.HashData(new byte[32]); ; block = SHA256.HashData(block))
        {
            for (var at = 0; at < block.Length; at += 8)
            {
                var number = BinaryPrimitives.ReadDoubleLittleEndian(block.AsSpan(at));
                if (number != 0 && double.IsFinite(number))
                {
                    yield return number;
                }
            }
        }
    }
}
