using Plimsoll.Ledger.Notes;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Ledger.Notes;

public sealed class SignedNoteTests
{
    private const string Text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    private const string Peter = "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private const string Enoch = "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";
    private static readonly VerifierKey PeterKey = VerifierKey.Parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW").Value;
    private static readonly VerifierKey EnochKey = VerifierKey.Parse("EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop").Value;

    // Examples of C2SP signed-note and of golang.org/x/mod; two tree heads that sum.golang.org published.
    [Theory]
    [InlineData("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n")]
    [InlineData("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", Text + "\n" + Enoch + Peter)]
    [InlineData("EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop", Text + "\n" + Peter + Enoch)]
    [InlineData("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8", "go.sum database tree\n15081221\nBoMMe1wd25Tco0mYGROkyqxHZWx+hcSCtMV315Lu6Lg=\n\n— sum.golang.org Az3grilD7vQqTrv66jRgKM84Y80KTprrSt4bKmiOPxgmS5ZVBTeCl6dUvjYnN13R+C8j0jGY1WnUADGMkok3U0m2Zgo=\n")]
    [InlineData("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8", "go.sum database tree\n63096908\n8lHrQPRYe4KT4WQ9/Qk8/taKnD6IRHbFgfN7vQE2Y54=\n\n— sum.golang.org Az3gri/oVBN1jAhNZ/iS+W31psFAWRT20/GyrhpU6taFwulQGetBkH5S7wpGXdS935jiIGiUUAXBVHzT/P6fYhqAmAk=\n")]
    public void Published_notes_are_read_verified_and_written_alike(string key, string note)
    {
        var read = SignedNote.Parse(note).Value;
        var known = VerifierKey.Parse(key).Value;
        read.Verify(known).Value.ShouldBe([known]);
        read.ToString().ShouldBe(note);
        (read with { Text = "x" + read.Text }).Verify(known).Fault!.Code.ShouldBe("LED-0015");
    }

    [Fact]
    public void A_published_key_signs_the_published_note()
    {
        using var key = SigningKey.Parse("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz").Value;
        new SignedNote(Text, [key.SignNote(Text)]).ToString().ShouldBe($"{Text}\n{Peter}");
    }

    [Fact]
    public void Unknown_keys_are_ignored_and_known_ones_that_fail_are_not()
    {
        var both = SignedNote.Parse($"{Text}\n{Peter}{Enoch}").Value;
        both.Verify(PeterKey, EnochKey).Value.ShouldBe([PeterKey, EnochKey]);
        both.Verify(EnochKey).Value.ShouldBe([EnochKey]);
        both.Verify().Fault!.Code.ShouldBe("LED-0015");

        var forged = SignedNote.Parse($"{Text}\n{Peter}{Enoch.Replace("5n2tiOHp", "5n2tiOHq", StringComparison.Ordinal)}").Value;
        forged.Verify(PeterKey).Ok.ShouldBeTrue();
        forged.Verify(PeterKey, EnochKey).Fault!.Code.ShouldBe("LED-0015");
    }

    [Theory]
    [InlineData("")]
    [InlineData(Text)]
    [InlineData(Text + "\n")]
    [InlineData(Text + "\n" + "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=")]
    [InlineData("\u0001" + Text + "\n" + Peter)]
    [InlineData("\ufffd" + Text + "\n" + Peter)]
    [InlineData(Text + "\n— Bad Name x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n")]
    [InlineData(Text + "\n" + Peter + "Unexpected line.\n")]
    [InlineData(Text + "\n— PeterNeumann x08go/ZJ kuBS\n")]
    [InlineData(Text + "\n— PeterNeumann x08g\n")]
    [InlineData(Text + "\r\n" + Peter)]
    public void What_is_no_note_is_refused(string note) => SignedNote.Parse(note).Fault!.Code.ShouldBe("LED-0014");

    [Fact]
    public void A_note_has_at_most_a_hundred_signatures() =>
        SignedNote.Parse($"{Text}\n{string.Concat(Enumerable.Repeat(Peter, 101))}").Fault!.Code.ShouldBe("LED-0014");
}
