using System.Text;
using System.Text.Json;
using CsCheck;
using Plimsoll.Ledger;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Ledger;

public sealed class EntryTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(Gen.String[0, 40].Where(t => !t.Any(char.IsSurrogate)), Gen.Const("\u20ac"), Gen.Const("\U0001f602"), Gen.Const("\"\\\u0001\n"));

    [Fact]
    public void What_was_signed_reads_back_and_holds() =>
        Gen.Select(Texts, Texts, Gen.Long[0, 1L << 53], Gen.Enum<EntryKind>()).Sample((name, text, index, kind) =>
        {
            using var key = PartyLogReference.First();
            var body = JsonSerializer.SerializeToElement(new Dictionary<string, object>(StringComparer.Ordinal) { [name] = text, ["list"] = new[] { index, 0 } });
            var written = Entry.Sign(key, index, PartyLogReference.Start, new EntryDraft(kind, body)).Value;
            var read = Entry.Parse(written.Bytes).Value;
            (read.Index, read.Kind, read.At, read.Author, read.Log).ShouldBe((index, kind, PartyLogReference.Start, key.Verifier.Id, PartyLogReference.Origin));
            read.Body.GetProperty(name).GetString().ShouldBe(text);
            read.IsSignedBy(key.Verifier).ShouldBeTrue();
            written.IsSignedBy(key.Verifier).ShouldBeTrue();
            read.Hash().ShouldBe(written.Hash());
            using var other = PartyLogReference.Second();
            read.IsSignedBy(other.Verifier).ShouldBeFalse();
        });

    [Fact]
    public void No_byte_can_be_changed()
    {
        using var key = PartyLogReference.First();
        var bytes = Encoding.UTF8.GetBytes(PartyLogReference.Entries[1]);
        for (var at = 0; at < bytes.Length; at++)
        {
            for (var bit = 1; bit < 256; bit <<= 1)
            {
                bytes[at] ^= (byte)bit;
                var read = Entry.Parse(bytes);
                (read.Ok && read.Value.IsSignedBy(key.Verifier)).ShouldBeFalse(Encoding.UTF8.GetString(bytes));
                bytes[at] ^= (byte)bit;
            }
        }

        Entry.Parse(bytes).Value.IsSignedBy(key.Verifier).ShouldBeTrue();
    }

    [Theory]
    [InlineData("LED-0001", " {\"at\"", "{\"at\"")]
    [InlineData("LED-0001", "{\"author\":\"f8043a4d\",\"at\":\"2026-07-01T08:00:01Z\"", "{\"at\":\"2026-07-01T08:00:01Z\",\"author\":\"f8043a4d\"")]
    [InlineData("LED-0001", "\"months\":12.0", "\"months\":12")]
    [InlineData("LED-0002", "\"months\":1.5", "\"months\":12")]
    [InlineData("LED-0002", "\"months\":9007199254740992", "\"months\":12")]
    [InlineData("LED-0004", "agreement-wished", "agreement-proposed")]
    [InlineData("LED-0004", "AgreementProposed", "agreement-proposed")]
    [InlineData("LED-0005", "2026-07-01T08:00:01+00:00", "2026-07-01T08:00:01Z")]
    [InlineData("LED-0005", "\"index\":-1", "\"index\":1")]
    [InlineData("LED-0005", "\"index\":\"1\"", "\"index\":1")]
    [InlineData("LED-0005", "\"body\":[]", "\"body\":{\"limit\":\"359.8\",\"months\":12,\"title\":\"Übereinkommen über „Schwellen“\"}")]
    [InlineData("LED-0005", "\"log\":\"eu.example/plimsoll\",\"more\":1", "\"log\":\"eu.example/plimsoll\"")]
    [InlineData("LED-0005", "\"author\":\"f8043a4\"", "\"author\":\"f8043a4d\"")]
    public void Another_form_is_refused(string code, string wrong, string right)
    {
        PartyLogReference.Entries[1].ShouldContain(right);
        Entry.Parse(Encoding.UTF8.GetBytes(PartyLogReference.Entries[1].Replace(right, wrong, StringComparison.Ordinal))).Fault!.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("LED-0005", "[]")]
    [InlineData("LED-0005", "1")]
    [InlineData("LED-0002", "{\"a\":[{\"b\":0.1}]}")]
    [InlineData("LED-0002", "{\"a\":1e3}")]
    [InlineData("LED-0002", "{\"a\":-0}")]
    [InlineData("LED-0001", "{\"a\":\"\\ud800\"}")]
    public void A_body_that_readers_could_take_differently_is_not_signed(string code, string body)
    {
        using var key = PartyLogReference.First();
        Entry.Sign(key, 0, PartyLogReference.Start, new EntryDraft(EntryKind.CaseOpened, JsonElement.Parse(body))).Fault!.Code.ShouldBe(code);
    }

    [Fact]
    public void An_entry_fits_into_a_bundle_or_is_refused()
    {
        using var key = PartyLogReference.First();
        EntryDraft Long(int length) => new(EntryKind.CaseOpened, JsonSerializer.SerializeToElement(new { text = new string('x', length) }));
        var without = Entry.Sign(key, 0, PartyLogReference.Start, Long(0)).Value.Bytes.Length;
        var largest = Entry.Sign(key, 0, PartyLogReference.Start, Long(65_535 - without)).Value;
        largest.Bytes.Length.ShouldBe(65_535);
        Entry.Parse(largest.Bytes).Ok.ShouldBeTrue();
        Entry.Sign(key, 0, PartyLogReference.Start, Long(65_536 - without)).Fault!.Code.ShouldBe("LED-0003");
        Entry.Parse(new byte[65_536]).Fault!.Code.ShouldBe("LED-0003");
    }

    [Fact]
    public void Any_bytes_are_read_without_an_exception() =>
        Gen.Select(Gen.Byte.Array[0, 200], Gen.Int[0, 400]).Sample((noise, at) =>
        {
            var bytes = Encoding.UTF8.GetBytes(PartyLogReference.Entries[3]);
            byte[] spoiled = [.. bytes[..Math.Min(at, bytes.Length)], .. noise, .. bytes[Math.Min(at, bytes.Length)..]];
            using var key = PartyLogReference.Second();
            var read = Entry.Parse(spoiled);
            (read.Ok && read.Value.IsSignedBy(key.Verifier)).ShouldBe(noise.Length == 0);
            Entry.Parse(noise).Ok.ShouldBeFalse();
        });

    [Fact]
    public void Every_kind_has_its_text()
    {
        EntryKind.KeyIntroduced.Text().ShouldBe("key-introduced");
        Enum.GetValues<EntryKind>().ShouldAllBe(kind => EntryKinds.Of(kind.Text()) == kind);
        EntryKinds.Of("KeyIntroduced").ShouldBeNull();
    }
}
