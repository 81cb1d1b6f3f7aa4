using Plimsoll.Trade;

namespace Plimsoll.Store;

/// <summary>
/// The reporters and partners of a snapshot, numbered. A slot is one cell of reporter × partner × flow, so that a block's rows
/// can be added into dense arrays of <see cref="SlotCount"/> without hashing.
/// </summary>
public sealed class Axes
{
    private const int FlowsPerPair = 4;
    private readonly Dictionary<string, int> reporterNumbers;
    private readonly Dictionary<string, int> partnerNumbers;

    /// <summary>Axes over these countries, in this order.</summary>
    public Axes(IReadOnlyList<Country> reporters, IReadOnlyList<Country> partners)
    {
        Reporters = reporters;
        Partners = partners;
        reporterNumbers = reporters.Index().ToDictionary(r => r.Item.Code, r => r.Index, StringComparer.Ordinal);
        partnerNumbers = partners.Index().ToDictionary(p => p.Item.Code, p => p.Index, StringComparer.Ordinal);
    }

    /// <summary>Reporters, ascending by code.</summary>
    public IReadOnlyList<Country> Reporters { get; }

    /// <summary>Partners, ascending by code.</summary>
    public IReadOnlyList<Country> Partners { get; }

    /// <summary>One more than the largest slot.</summary>
    public int SlotCount => Reporters.Count * Partners.Count * FlowsPerPair;

    /// <summary>The slot of a cell, by the numbers of its reporter and partner: (reporter × partners + partner) × 4 + flow.</summary>
    public int Slot(int reporter, int partner, Flow flow) => (((reporter * Partners.Count) + partner) * FlowsPerPair) + (int)flow;

    /// <summary>The cell of a slot.</summary>
    public (int Reporter, int Partner, Flow Flow) Cell(int slot)
    {
        var pair = slot / FlowsPerPair;
        return (pair / Partners.Count, pair % Partners.Count, (Flow)(slot % FlowsPerPair));
    }

    internal int ReporterNumber(string code) => reporterNumbers[code];

    internal int PartnerNumber(string code) => partnerNumbers[code];

    /// <summary>Number of a reporter, or −1 when it has no row in the snapshot.</summary>
    public int Reporter(Country country) => reporterNumbers.GetValueOrDefault(country.Code, -1);

    /// <summary>Number of a partner, or −1 when it has no row in the snapshot.</summary>
    public int Partner(Country country) => partnerNumbers.GetValueOrDefault(country.Code, -1);
}
