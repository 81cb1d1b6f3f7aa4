namespace Plimsoll.Host.Notices;

/// <summary>What one cycle did.</summary>
/// <param name="Holder">Who acts for the list instead; null when this process acted.</param>
/// <param name="Releases">Releases that were fetched.</param>
/// <param name="Findings">Findings that were compared.</param>
/// <param name="Entered">Entries made in cases of the party's ledger.</param>
/// <param name="Notices">Notices that are new.</param>
/// <param name="Delivered">Notices that receivers took.</param>
/// <param name="Troubles">What went wrong; what is undelivered waits.</param>
/// <param name="NextDue">When a delivery is due again; null when none waits.</param>
internal sealed record WatchReport(string? Holder, int Releases, int Findings, int Entered, int Notices, int Delivered, IReadOnlyList<string> Troubles, DateTimeOffset? NextDue);
