using Plimsoll.Indicators;
using Plimsoll.Sources;
using Plimsoll.Store;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Run;

/// <summary>One party's figures on a subject. The counterpart's are turned round, so that imports are always the subject's imports.</summary>
internal sealed class SideReader(TradeSnapshot snapshot, Figures figures)
{
    private readonly Dictionary<(string Reporter, string Partner, Flow Flow), Selection> selections = [];
    private readonly ProductBlock block = snapshot.NewBlock();

    internal IReadOnlyList<Release> Releases => block.Releases;

    internal IndicatorInputs Read(Subject subject, int lastYear)
    {
        var codes = Families.Of(subject.Product, lastYear)?.AllCodes.Select(c => c.Text).ToList() ?? [subject.Product];
        snapshot.Read(codes, subject.Product, block);
        var (reporter, partner) = figures == Figures.Reporter ? (subject.Reporter, subject.Partner) : (subject.Partner, subject.Reporter);
        Flow Of(Flow flow) => figures == Figures.Reporter ? flow : flow == Flow.Import ? Flow.Export : Flow.Import;
        Series Sum(string from, string to, Flow flow, Measure measure = Measure.Value) => Select(from, to, Of(flow)).Series(block, measure);

        var side = subject.Flow == Flow.Export ? Flow.Export : Flow.Import;
        var supplementary = UnitOf(subject.Product, lastYear);
        var levels = new IndicatorInputs(Sum(reporter, partner, Flow.Import), Sum(reporter, partner, Flow.Export))
        {
            PublishedBalance = PublishedBalance(reporter, partner),
            Quantity = Sum(reporter, partner, side, supplementary is null ? Measure.Kilograms : Measure.Supplementary),
            QuantityUnit = supplementary ?? "KG",
            Currency = block.Releases is [.., var last] ? last.Currency : "EUR",
            Statistics = figures == Figures.Reporter ? null : partner,
        };
        return snapshot.Axes.Partner(Country.World) < 0 ? levels : levels with { Denominator = Sum(reporter, Country.World.Code, side) };
    }

    // A balance is its publisher's: the counterpart's would have to be turned round, which no source asks for.
    private Series? PublishedBalance(string reporter, string partner) =>
        figures == Figures.Reporter ? Select(reporter, partner, Flow.Balance).Series(block, Measure.Value) : null;

    // Volume is counted in the supplementary unit where the nomenclature has one and the source gives it (docs/methods).
    private string? UnitOf(string product, int year)
    {
        var code = ProductCode.Parse(product);
        if (!code.Ok || code.Value.Kind != ProductKind.Cn8 || !block.Runs.Any(r => r.Supplementary.Length > 0))
        {
            return null;
        }

        return Nomenclature.SupplementaryUnit(code.Value, Math.Min(year, Nomenclature.LastListedYear));
    }

    private Selection Select(string reporter, string partner, Flow flow)
    {
        if (!selections.TryGetValue((reporter, partner, flow), out var selection))
        {
            selections.Add((reporter, partner, flow), selection = new Selection(snapshot, [Country.Parse(reporter).Value], [Country.Parse(partner).Value], flow));
        }

        return selection;
    }
}
