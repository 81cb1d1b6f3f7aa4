using Plimsoll.Ledger;
using Plimsoll.Trade;

namespace Plimsoll.Consultations.Entries;

/// <summary>One case while the entries about it are read. An entry that cannot be gives a fault and changes nothing.</summary>
/// <param name="id">Case id.</param>
/// <param name="scope">What its findings share.</param>
/// <param name="codes">Codes of the parties.</param>
/// <param name="parties">Origins of the logs that have a say.</param>
/// <param name="openedAt">When, by the clock of the first.</param>
internal sealed class CaseHistory(string id, CaseScope scope, IReadOnlyList<string> codes, IReadOnlyList<string> parties, DateTimeOffset openedAt)
{
    private readonly List<string> openedBy = [];
    private readonly CaseFindings findings = new(parties);
    private readonly CaseSteps steps = new(parties);
    private readonly CaseClocks clocks = new(codes, parties);
    private readonly List<(CasePosition Position, long Index)> positions = [];

    internal IReadOnlyList<string> Parties => parties;

    internal Fault? Open(CaseScope again, string log)
    {
        if (again != scope)
        {
            return new Fault("CON-0008", $"The case was opened about {scope}, and cannot be about something else as well.", again.ToString());
        }

        if (!openedBy.Contains(log, StringComparer.Ordinal))
        {
            openedBy.Add(log);
        }

        return null;
    }

    /// <summary>Why a finding opens or joins no case; null when it does.</summary>
    internal static Fault? Unfit(CaseFinding? finding, string id) => finding switch
    {
        null => new Fault("CON-0001", "A case is opened or joined by a finding.", id),
        { Now.Zone: "amber" or "red" } => null,
        _ => new Fault("CON-0004", "A case is opened or joined by one of amber, red.", finding.Now.Zone),
    };

    internal Fault? Join(CaseFinding? finding, CaseClock? started, Entry entry)
    {
        if (finding is null || Unfit(finding, id) is not null)
        {
            return Unfit(finding, id);
        }

        findings.Join(finding, entry);
        return started is null ? null : clocks.Start(CaseFinding.ClauseOf(finding.Id), started with { From = DateOnly.FromDateTime(entry.At.UtcDateTime) });
    }

    internal Fault? Withdraw(string finding, FindingVintage? then, FindingVintage? now, Entry entry)
    {
        if (now is not { TakesBack: true })
        {
            return new Fault("CON-0004", "A finding is withdrawn by one of green, pending.", now?.Zone ?? "");
        }

        findings.Withdraw(finding, then, now, entry);
        return null;
    }

    internal void State(CasePosition position, long index) => positions.Add((position, index));

    internal void Lapse(string deadline, Entry entry) => clocks.Lapse(deadline, entry);

    internal Fault? Take(CaseStep step, long index) => steps.Take(step, index);

    /// <summary>The case as it is, with the faults of what only the whole of it shows.</summary>
    internal (Case Case, IReadOnlyList<BookFault> Faults) Build(CaseTerms terms)
    {
        var (known, withdrawn) = findings.Build();
        var (deadlines, lapsed) = clocks.Build(steps.Taken, terms);
        var about = positions.ToLookup(one => one.Position.Finding is not { } finding || known.Any(one => one.Id == finding));
        var homeless = about[false].Select(one => new BookFault(one.Position.By, one.Index, new Fault("CON-0007", "No such finding is in the case.", one.Position.Finding!)));
        return (
            new Case(id, scope, parties, steps.State, openedAt, openedBy, known, steps.Taken, steps.Proposals, deadlines, [.. about[true].Select(one => one.Position)], steps.Outcome),
            [.. steps.Faults, .. withdrawn, .. lapsed, .. homeless]);
    }
}
