using Plimsoll.Ledger.Notes;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Ledger.Notes;

public sealed class CheckpointTests
{
    // The example of C2SP tlog-checkpoint and tlog-cosignature; its keys are not published, its form is.
    private const string Example =
        "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n";

    [Fact]
    public void The_published_example_is_read()
    {
        var note = SignedNote.Parse(Example).Value;
        var checkpoint = Checkpoint.Parse(note.Text).Value;
        checkpoint.Origin.ShouldBe("example.com/behind-the-sofa");
        checkpoint.Size.ShouldBe(20_852_163);
        checkpoint.ToString().ShouldBe(note.Text);
        Cosignature.TimeOf(note.Signatures[0].Bytes).ShouldBeNull();
        Cosignature.TimeOf(note.Signatures[1].Bytes).ShouldBe(1_679_315_147);
    }

    [Theory]
    [InlineData("a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=")]
    [InlineData("\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("a\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("a\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("a\n+1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("a\n9223372036854775808\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n")]
    [InlineData("a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\nx\n")]
    [InlineData("a\n1\n")]
    public void Other_texts_are_refused(string text) => Checkpoint.Parse(text).Fault!.Code.ShouldBe("LED-0016");

    [Fact]
    public void Further_lines_are_allowed() =>
        Checkpoint.Parse("a\n0\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\nmore\n").Value.Size.ShouldBe(0);

    [Fact]
    public void A_checkpoint_is_signed_and_cosigned_as_the_independent_script_does()
    {
        using var second = PartyLogReference.Second();
        using var peer = PartyLogReference.Peer();
        peer.Verifier.Cosigner.ToString().ShouldBe(PartyLogReference.Keys[3]);

        var text = SignedNote.Parse(PartyLogReference.Checkpoints[^1]).Value.Text;
        var note = Checkpoint.Parse(text).Value.Sign(second);
        note.ToString().ShouldBe(PartyLogReference.Checkpoints[^1]);

        var cosigned = note.With(Cosignature.Of(text, peer, DateTimeOffset.FromUnixTimeSeconds(PartyLogReference.CosignedAt)));
        cosigned.ToString().ShouldBe(PartyLogReference.Cosigned);
        cosigned.Verify(second.Verifier, peer.Verifier.Cosigner).Value.Count.ShouldBe(2);
        cosigned.Verify(peer.Verifier).Ok.ShouldBeFalse("a cosignature does not count as the log's own signature");
    }

    [Fact]
    public void A_cosignature_covers_its_time_and_the_whole_text()
    {
        using var peer = PartyLogReference.Peer();
        var text = SignedNote.Parse(PartyLogReference.Checkpoints[^1]).Value.Text;
        var line = Cosignature.Of(text, peer, DateTimeOffset.FromUnixTimeSeconds(PartyLogReference.CosignedAt));
        peer.Verifier.Cosigner.VerifiesNote(text, line.Bytes).ShouldBeTrue();
        peer.Verifier.Cosigner.VerifiesNote(text + "x\n", line.Bytes).ShouldBeFalse();
        line.Bytes[7]++;
        peer.Verifier.Cosigner.VerifiesNote(text, line.Bytes).ShouldBeFalse();
        line.Bytes[0] = 0x80;
        Cosignature.TimeOf(line.Bytes).ShouldBeNull("a time beyond 2^63 − 1 is none");
    }
}
