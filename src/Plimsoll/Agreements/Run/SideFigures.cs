using Plimsoll.Indicators;
using Plimsoll.Indicators.Concentration;
using Plimsoll.Store;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Run;

/// <summary>
/// What a clause asks of one party's figures, prepared once and read by all threads: for every pair of reporter and partner the sums
/// that its indicators need. The counterpart's figures are turned round, so that imports are always the subject's imports.
/// </summary>
internal sealed class SideFigures
{
    private readonly Figures figures;
    private readonly Flow side;
    private readonly HashSet<IndicatorMeasure> measures;
    private readonly bool asksForSecrets;
    private readonly Dictionary<(string Reporter, string Partner), PairSums> pairs = [];

    internal SideFigures(TradeSnapshot snapshot, Figures figures, Clause clause, IEnumerable<Subject> subjects)
    {
        Snapshot = snapshot;
        this.figures = figures;
        side = clause.Applies.Flow == Flow.Export ? Flow.Export : Flow.Import;
        measures = clause.Needs.Select(need => Indicator.Parse(need.Indicator)).Where(i => i.Ok).Select(i => i.Value.Measure).ToHashSet();
        asksForSecrets = clause.Quality.MaxConfidentialShare is not null;
        foreach (var (reporter, partner) in subjects.Select(s => (s.Reporter, s.Partner)).Distinct())
        {
            pairs.Add((reporter, partner), Prepare(reporter, partner));
        }
    }

    internal TradeSnapshot Snapshot { get; }

    internal Figures Figures => figures;

    /// <summary>Every sum of every pair, each once.</summary>
    internal IReadOnlyList<Selection> Selections => [.. pairs.Values.SelectMany(p => p.All).Distinct()];

    internal PairSums this[Subject subject] => pairs[(subject.Reporter, subject.Partner)];

    private bool IsOfBothFlows => measures.Overlaps([IndicatorMeasure.Balance, IndicatorMeasure.CoverRatio, IndicatorMeasure.Ratio]);

    private bool IsOfWhole => asksForSecrets || measures.Overlaps([IndicatorMeasure.Share, IndicatorMeasure.Hhi]);

    private PairSums Prepare(string subjectReporter, string subjectPartner)
    {
        var (reporter, partner) = figures == Figures.Reporter ? (subjectReporter, subjectPartner) : (subjectPartner, subjectReporter);
        Selection? Of(bool wanted, Flow flow) => wanted ? Select(reporter, [Code(partner)], flow) : null;
        var own = new PairSums(Of(IsOfBothFlows || side == Flow.Import, Turned(Flow.Import)), Of(IsOfBothFlows || side == Flow.Export, Turned(Flow.Export)))
        {
            // A balance is its publisher's: the counterpart's would have to be turned round, which no source asks for.
            PublishedBalance = Of(IsOfBothFlows && figures == Figures.Reporter, Flow.Balance),
        };
        return IsOfWhole ? WithWhole(own, reporter) : own;
    }

    // The whole is the world where the source publishes it, else the sum of all partners: for the Union and its members, of those
    // outside it.
    private PairSums WithWhole(PairSums own, string reporter)
    {
        var axes = Snapshot.Axes;
        Predicate<Country> isSupplier = CountryGroup.Eu27.Has(Code(reporter), Month.Of(2025, 1)) || Code(reporter) == Country.Eu27 ? SupplierScope.OutsideUnion : SupplierScope.All;
        var suppliers = axes.Partners.Where(p => isSupplier(p)).ToList();
        var secret = suppliers.Where(s => s.IsSecret).ToList();
        var flow = Turned(side);
        return own with
        {
            Whole = axes.Partner(Country.World) >= 0 ? Select(reporter, [Country.World], flow) : Select(reporter, suppliers, flow),
            Secret = secret.Count > 0 ? Select(reporter, secret, flow) : null,
            Suppliers = measures.Contains(IndicatorMeasure.Hhi) ? [.. suppliers.Select(s => (s, Select(reporter, [s], flow)))] : [],
        };
    }

    private Flow Turned(Flow flow) => figures == Figures.Reporter ? flow : flow == Flow.Import ? Flow.Export : Flow.Import;

    private Selection Select(string reporter, IReadOnlyList<Country> partners, Flow flow) => new(Snapshot, [Code(reporter)], partners, flow);

    private static Country Code(string text) => Country.Parse(text).Value;
}
