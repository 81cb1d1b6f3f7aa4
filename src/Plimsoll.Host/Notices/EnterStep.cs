using Plimsoll.Agreements;
using Plimsoll.Agreements.Sealing;
using Plimsoll.Consultations;
using Plimsoll.Consultations.Delivery;
using Plimsoll.Host.Cases;
using Plimsoll.Ledger;
using Plimsoll.Ledger.Files;

namespace Plimsoll.Host.Notices;

/// <summary>Enters in the party's ledger what a look found for its cases, as <c>plimsoll case update</c> does by hand.</summary>
/// <param name="folder">Folder of the store.</param>
/// <param name="keyFile">File of the party's private key.</param>
/// <param name="time">Clock.</param>
internal sealed class EnterStep(DirectoryInfo folder, FileInfo keyFile, TimeProvider time)
{
    // No watch-list can bear this name. Two lists may be watched in one store, and a ledger is one.
    private const string LeaseName = "cases of the ledger";

    /// <summary>How many entries were made, and what kept it from making them.</summary>
    internal (int Entered, IReadOnlyList<string> Troubles) Run(Outbox outbox, string owner, TimeSpan term, Agreement agreement, AgreementRun run, IReadOnlyList<Finding> findings)
    {
        using var lease = outbox.Take(LeaseName, owner, term);
        if (lease is null)
        {
            return (0, []);
        }

        var key = KeyFile.Find(keyFile);
        if (!key.Ok)
        {
            return (0, [key.Fault!.ToString()]);
        }

        using var signing = key.Value;
        var log = PartyLog.Open(new DirectoryInfo(Path.Combine(folder.FullName, "ledger")), time);
        if (!log.Ok)
        {
            return (0, [log.Fault!.ToString()]);
        }

        using var own = log.Value;
        var record = JointRecord.Of(folder, own, time);
        var drafts = CaseUpdate.Drafts(record, CaseBook.Fold(record.Entries, new CaseTerms(), record.Origin), agreement, run, findings, time.GetUtcNow());
        if (!lease.Renew())
        {
            return (0, []);
        }

        var entered = own.Append(signing, drafts);
        return entered.Ok ? (entered.Value.Count, []) : (0, [entered.Fault!.ToString()]);
    }
}
