using Plimsoll.Ledger.Notes;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Ledger.Notes;

public sealed class SigningKeyTests
{
    private const string GoPrivate = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private const string GoPublic = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    // RFC 8032, section 7.1, tests 1 to 3.
    [Theory]
    [InlineData("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "", "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72", "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82", "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    public void Published_signatures_come_out_and_hold(string seed, string publicKey, string message, string signature)
    {
        using var key = SigningKey.OfSeed("example.com/test", Convert.FromHexString(seed));
        key.Verifier.ToString().ShouldEndWith(Convert.ToBase64String([1, .. Convert.FromHexString(publicKey)]));
        key.Sign(Convert.FromHexString(message)).ShouldBe(Convert.FromHexString(signature));
        key.Verifier.Verifies(Convert.FromHexString(message), Convert.FromHexString(signature)).ShouldBeTrue();
        key.Verifier.Verifies([1], Convert.FromHexString(signature)).ShouldBeFalse();
        key.Verifier.Verifies(Convert.FromHexString(message), Convert.FromHexString(signature).AsSpan(0, 63)).ShouldBeFalse();
    }

    [Fact]
    public void A_private_key_of_another_program_is_read_and_written_alike()
    {
        using var key = SigningKey.Parse(GoPrivate).Value;
        key.Verifier.ToString().ShouldBe(GoPublic);
        key.Secret().ShouldBe(GoPrivate);
        using var again = SigningKey.Parse(GoPrivate + "\n").Value;
        again.Verifier.ShouldBe(key.Verifier);
    }

    [Fact]
    public void A_text_with_any_character_changed_or_cut_is_no_key()
    {
        for (var at = 0; at < GoPublic.Length; at++)
        {
            var changed = GoPublic.ToCharArray();
            changed[at]++;
            VerifierKey.Parse(new string(changed)).Fault!.Code.ShouldBe("LED-0012");
            VerifierKey.Parse(GoPublic[..at]).Ok.ShouldBeFalse();
            VerifierKey.Parse(GoPublic[(at + 1)..]).Ok.ShouldBeFalse();
        }

        for (var at = 0; at < GoPrivate.Length; at++)
        {
            var changed = GoPrivate.ToCharArray();
            changed[at]++;
            SigningKey.Parse(new string(changed)).Fault!.Code.ShouldBe("LED-0011");
            SigningKey.Parse(GoPrivate[..at]).Ok.ShouldBeFalse();
        }
    }

    // Both are in the tests of golang.org/x/mod: a key that is too long, and an algorithm that nobody knows, each with the id that belongs to it.
    [Theory]
    [InlineData("PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==")]
    [InlineData("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    public void A_key_of_another_kind_is_refused(string text) => VerifierKey.Parse(text).Fault!.Code.ShouldBe("LED-0012");

    [Fact]
    public void The_fault_of_a_private_key_does_not_repeat_it() => SigningKey.Parse(GoPrivate[..^1]).Fault!.Text.ShouldBeEmpty();

    [Theory]
    [InlineData("eu.example/plimsoll", true)]
    [InlineData("", false)]
    [InlineData("a b", false)]
    [InlineData("a+b", false)]
    [InlineData("a\u00a0b", false)]
    [InlineData("a\nb", false)]
    [InlineData("cosignature/v1", false)]
    [InlineData("plimsoll-entry/v1", false)]
    [InlineData("plimsoll-key/v1", false)]
    public void A_name_is_one_that_notes_can_carry_and_that_begins_no_other_text(string name, bool good)
    {
        VerifierKey.IsName(name).ShouldBe(good);
        if (!good)
        {
            Should.Throw<ArgumentException>(() => SigningKey.Create(name));
        }
    }

    [Fact]
    public void New_keys_differ()
    {
        using var one = SigningKey.Create("eu.example/plimsoll");
        using var other = SigningKey.Create("eu.example/plimsoll");
        one.Verifier.ShouldNotBe(other.Verifier);
        one.Verifier.ShouldBe(VerifierKey.Parse(one.Verifier.ToString()).Value);
        one.Verifier.ShouldNotBe(one.Verifier.Cosigner);
    }
}
