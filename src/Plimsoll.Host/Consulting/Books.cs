using Plimsoll.Agreements.Sealing;
using Plimsoll.Consultations;
using Plimsoll.Consultations.Record;
using Plimsoll.Ledger;

namespace Plimsoll.Host.Consulting;

/// <summary>What the logs beside a store say of cases, commitments and meetings. Read again after a few seconds: other processes add to the logs.</summary>
/// <param name="store">Folder of the store.</param>
/// <param name="time">The clock.</param>
internal sealed class Books(DirectoryInfo store, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private readonly Lock gate = new();
    private (DateTimeOffset ReadAt, CaseBook Cases, RecordBook Record)? kept;

    internal CaseBook Cases => Read().Cases;

    internal RecordBook Record => Read().Record;

    private (DateTimeOffset ReadAt, CaseBook Cases, RecordBook Record) Read()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (kept is not { } last || now - last.ReadAt > Fresh)
            {
                var joint = Joint();
                kept = last = (now, CaseBook.Fold(joint.Entries, new CaseTerms(), joint.Origin), RecordBook.Fold(RecordFile.Bundled, joint.Entries));
            }

            return last;
        }
    }

    private JointRecord Joint()
    {
        var folder = new DirectoryInfo(Path.Combine(store.FullName, "ledger"));
        var log = PartyLog.IsIn(folder) ? PartyLog.Open(folder, time) : default;
        using var own = log.Ok ? log.Value : null;
        return JointRecord.Of(store, own, time);
    }
}
