using Plimsoll.Trade;

namespace Plimsoll.Store;

/// <summary>
/// A sum over reporters and partners in one direction, prepared once and applied to many blocks. Says for each period whether the
/// sum would be complete.
/// </summary>
public sealed class Selection
{
    private readonly PointState[] states;
    private readonly TradeSnapshot snapshot;
    private readonly Country[] reporters;
    private readonly Country[] partners;
    private readonly Flow flow;

    /// <summary>
    /// Selects cells of a snapshot; groups are read as <see cref="GroupMembers"/> says. A country without any row had no trade where the
    /// source publishes whole periods; elsewhere nobody asked for it, and the sum is missing.
    /// </summary>
    public Selection(TradeSnapshot snapshot, IEnumerable<Country> reporters, IEnumerable<Country> partners, Flow flow)
    {
        this.snapshot = snapshot;
        var axes = snapshot.Axes;
        this.reporters = [.. reporters.SelectMany(c => GroupMembers.Of(c, m => axes.Reporter(m) >= 0)).Distinct()];
        this.partners = [.. partners.SelectMany(c => GroupMembers.Of(c, m => axes.Partner(m) >= 0)).Distinct()];
        this.flow = flow;
        int[] rows = [.. this.reporters.Select(axes.Reporter).Where(n => n >= 0)];
        int[] columns = [.. this.partners.Select(axes.Partner).Where(n => n >= 0)];
        Slots = [.. rows.SelectMany(r => columns.Select(p => axes.Slot(r, p, flow)))];
        states = [.. snapshot.Publication.Periods.Select(p => snapshot.Publication.StateOf(p, rows, columns, flow))];
    }

    /// <summary>The reporters that enter, groups as they were read.</summary>
    public IReadOnlyList<Country> Reporters => reporters;

    /// <summary>The partners that enter, groups as they were read.</summary>
    public IReadOnlyList<Country> Partners => partners;

    /// <summary>Direction.</summary>
    public Flow Flow => flow;

    /// <summary>The cells that enter the sum, see <see cref="Axes.Slot"/>.</summary>
    public IReadOnlyList<int> Slots { get; }

    /// <summary>The sum over a block, for every published period. Where many sums or blocks are wanted, a <see cref="Panel"/> is faster.</summary>
    public Series Series(ProductBlock block, Measure measure)
    {
        var panel = new Panel(snapshot, [this]);
        panel.Read(block);
        return panel.Series(this, measure);
    }

    /// <summary>The point of a published period, by its number, from what the cells hold together.</summary>
    /// <param name="codes">The product's codes.</param>
    /// <param name="period">Number of the period among the published ones.</param>
    /// <param name="sum">Sum over the cells, thousandths.</param>
    /// <param name="flags">All flags of the cells, as they bear on the measure.</param>
    /// <param name="given">How many cells have a row.</param>
    internal SeriesPoint Point(IReadOnlyList<string> codes, int period, Int128 sum, ObservationFlags flags, int given)
    {
        var state = states[period];
        var publication = snapshot.Publication;

        // Where the source does not list all trade, every cell of the sum must have been given. A cell listed without a value never was.
        var complete = given == reporters.Length * partners.Length || publication.Covers(codes, publication.Periods[period], reporters, partners, flow);
        if (!complete || flags.HasFlag(ObservationFlags.Missing))
        {
            state = PointState.Missing;
        }
        else if (state == PointState.Published && flags.HasFlag(ObservationFlags.Confidential))
        {
            state = PointState.Suppressed;
        }

        return new SeriesPoint(state >= PointState.Suppressed ? Fixed3.ToDecimal(sum) : null, state, flags);
    }
}
