using Plimsoll.Ledger;
using Plimsoll.Trade;

namespace Plimsoll.Consultations.Entries;

/// <summary>
/// What the parties say of the findings of one case: the colour that each came in with, and what revisions did to it. Each party has its
/// own last word, by its place in the party's log; a finding is withdrawn when that is the last word of all.
/// </summary>
/// <param name="parties">Origins of the logs that have a say.</param>
internal sealed class CaseFindings(IReadOnlyList<string> parties)
{
    private readonly List<Word> words = [];

    /// <summary>A finding came in, or has its colour again.</summary>
    internal void Join(CaseFinding finding, Entry entry) => words.Add(new Word(finding.Id, finding, null, finding.Now with { By = entry.Log }, entry));

    /// <summary>A party says that a finding is no longer what it was.</summary>
    internal void Withdraw(string finding, FindingVintage? then, FindingVintage now, Entry entry) => words.Add(new Word(finding, null, then, now with { By = entry.Log }, entry));

    /// <summary>The findings in the order in which they came in, with the faults of withdrawals that do not stand.</summary>
    internal (IReadOnlyList<CaseFinding> Findings, IReadOnlyList<BookFault> Faults) Build()
    {
        var (findings, faults) = (new List<CaseFinding>(), new List<BookFault>());
        var known = words.Where(word => word.Joined is not null).Select(word => word.Finding).Distinct(StringComparer.Ordinal).ToList();
        foreach (var id in known)
        {
            findings.Add(Build([.. words.Where(word => word.Finding == id)], faults));
        }

        faults.AddRange(words.Where(word => !known.Contains(word.Finding, StringComparer.Ordinal)).Select(word => word.Refused(new Fault("CON-0007", "No such finding is in the case.", word.Finding))));
        return (findings, faults);
    }

    // Clocks differ: a withdrawal may be dated before the entry that brought the finding in, which is the first all the same.
    private CaseFinding Build(List<Word> about, List<BookFault> faults)
    {
        var first = about.First(word => word.Joined is not null);
        var colours = about.Where(word => word.Joined is not null).Select(word => word.Vintage).ToList();
        var standing = new List<Word>();
        foreach (var word in about.Where(word => word != first).Prepend(first))
        {
            if (word.Joined is null && Unfounded(word, colours, standing) is { } fault)
            {
                faults.Add(word.Refused(fault));
            }
            else
            {
                standing.Add(word);
            }
        }

        var withdrawnBy = standing.GroupBy(word => word.Entry.Log, StringComparer.Ordinal).Where(log => log.MaxBy(word => word.Entry.Index)!.Joined is null).Select(log => log.Key).Order(StringComparer.Ordinal).ToList();
        return first.Joined! with
        {
            Effect = standing.FindLast(word => word.Joined is not null)!.Joined!.Effect,
            Vintages = [.. standing.Select(word => word.Vintage)],
            WithdrawnBy = withdrawnBy,
            Withdrawn = parties.All(party => withdrawnBy.Contains(party, StringComparer.Ordinal)),
            Since = DateOnly.FromDateTime(first.Entry.At.UtcDateTime),
        };
    }

    private static Fault? Unfounded(Word word, List<FindingVintage> colours, List<Word> standing)
    {
        if (word.Then is not { } then || !colours.Exists(then.IsSameAs))
        {
            return new Fault("CON-0014", "A withdrawal names the vintage that it takes back, as it stands in the case.", word.Finding);
        }

        return CaseFinding.IsTakenBack(standing.Select(one => one.Vintage), word.Vintage, DateOnly.FromDateTime(word.Entry.At.UtcDateTime))
            ? null
            : new Fault("CON-0014", "A finding is withdrawn by releases that were published after those that it was made of, and not after the day of the entry.", word.Vintage.KnownAt ?? "");
    }

    // Joined is null in a withdrawal, and Then in everything else.
    private sealed record Word(string Finding, CaseFinding? Joined, FindingVintage? Then, FindingVintage Vintage, Entry Entry)
    {
        internal BookFault Refused(Fault fault) => new(Entry.Log, Entry.Index, fault);
    }
}
