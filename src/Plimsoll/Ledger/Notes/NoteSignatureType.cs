namespace Plimsoll.Ledger.Notes;

/// <summary>What a signature line stands for; the numbers are those of C2SP signed-note.</summary>
public enum NoteSignatureType
{
    /// <summary>The owner of the key wrote the text.</summary>
    Ed25519 = 1,

    /// <summary>The owner of the key found the checkpoint consistent with all that it saw of the log before (C2SP tlog-cosignature).</summary>
    Cosignature = 4,
}
