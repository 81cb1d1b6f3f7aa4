using System.Globalization;
using System.Text;
using Plimsoll.Agreements.Terms;
using Plimsoll.Indicators;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Evidence;

/// <summary>How much the colour hangs on choices: whose figures, which partner, which period, which vintage.</summary>
internal sealed class Sensitivity(AgreementRun run, Agreement agreement, FindingId id, Finding found)
{
    private const string ChinaCustoms = "gacc-usd";
    private const string China = "CN";
    private const string WithHongKongAndMacao = "CN_HK_MO";

    private readonly Clause clause = agreement.Clauses.First(c => c.Id == id.Clause);

    internal IReadOnlyList<SensitivityRow> Rows() =>
    [
        Row("as_found", "", found),
        .. OnOtherBases(),
        .. Partners().Select(WithPartner),
        .. new[] { -1, 1 }.Select(AtPeriod),
        .. run.Vintages(agreement, id).Select(f => Row("vintage", f.AsOf!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), f)),
    ];

    internal static byte[] Csv(IReadOnlyList<SensitivityRow> rows)
    {
        var text = new StringBuilder("change,to,zone,status,period,indicator,value,unit,comparator,amber,red,note\n");
        foreach (var r in rows)
        {
            string?[] cells =
            [
                r.Change, r.To, r.Zone is { } zone ? Word<Zone>.Of(zone) : "", Word<AgreementStatus>.Of(r.Status), r.Period, r.Indicator, Digits(r.Value), r.Unit, r.Comparator,
                Digits(r.Amber), Digits(r.Red), $"\"{r.Note.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
            ];
            text.AppendJoin(',', cells).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // The sides are joined only where the agreement names statistics of the other one that can be held against the limits: "both" of a
    // limit in euro and of dollars is no basis.
    private IEnumerable<SensitivityRow> OnOtherBases()
    {
        var alone = new[] { Basis.Reporter, Basis.Counterpart }.Where(b => b != clause.Basis).Select(OnBasis).ToList();
        var joined = alone.TrueForAll(row => row is { Zone: not null, Indicator: not null }) ? new[] { Basis.Both, Basis.Either } : [];
        return [.. alone, .. joined.Where(b => b != clause.Basis).Select(OnBasis)];
    }

    // A clause on the partner's own figures names their source; the reporter's is then that of the agreement's other clauses on the
    // same goods. The other way round it is China Customs, as for clauses that look at both sides.
    private SensitivityRow OnBasis(Basis basis)
    {
        var name = Word<Basis>.Of(basis);
        var reporters = clause.Basis == Basis.Counterpart
            ? agreement.Clauses.Where(c => c.Basis == Basis.Reporter && c.Applies.Products.SequenceEqual(clause.Applies.Products, StringComparer.Ordinal)).Select(c => c.Applies.Source).Distinct(StringComparer.Ordinal)
            : [clause.Applies.Source];
        var sources = basis == Basis.Counterpart ? [ChinaCustoms] : reporters;
        var tried = sources.Select(s => Assess(clause with { Basis = basis, Applies = clause.Applies with { Source = s } }, id)).OfType<Finding>().ToList();
        var best = tried.Find(f => f.Zone != Zone.NotAssessable) ?? tried.FirstOrDefault();
        return best is null ? Absent("basis", name, id.Period, "The agreement names no statistics for it.") : Row("basis", name, best);
    }

    private string[] Partners() => found.Subject.Partner switch
    {
        China => [WithHongKongAndMacao],
        WithHongKongAndMacao => [China],
        _ => [],
    };

    private SensitivityRow WithPartner(string partner)
    {
        var other = id with { Subject = $"{found.Subject.Reporter}.{partner}.{found.Subject.Product}" };
        return Assess(clause with { Applies = clause.Applies with { Partners = [partner] } }, other) is { } finding
            ? Row("partner", partner, finding)
            : Absent("partner", partner, id.Period, "The subject cannot be formed.");
    }

    private SensitivityRow AtPeriod(int steps)
    {
        var months = found.Period.Months;
        var period = new Period(found.Period.Start.Plus(steps * months), months);
        var name = steps < 0 ? "one earlier" : "one later";
        return Assess(clause, id with { Period = period }) is { } finding && finding.Period == period
            ? Row("period", name, finding)
            : Absent("period", name, period, "Not published.");
    }

    private Finding? Assess(Clause variant, FindingId of) => run.History(agreement with { Clauses = [variant] }, of) is [.., var last] ? last : null;

    private SensitivityRow Row(string change, string to, Finding finding)
    {
        var leading = finding.Readings is [var first, ..] ? first : null;
        var limits = finding.Thresholds;
        var unit = leading is { Unit.Length: > 0 } ? leading.Unit : "";
        var foreign = Foreign(finding);
        var note = foreign is var (asked, given) ? $"The limits are in {asked} and a value is in {given}: no zone."
            : finding.Reason is { } reason ? reason.ToString()
            : finding.Period != found.Period && change is not "period" ? $"For {found.Period} nothing is published."
            : "";
        return new SensitivityRow(
            change, to, foreign is null ? finding.Zone : null, finding.Status, finding.Period.ToString(), leading?.Indicator, leading?.Value, unit, limits.Comparator, limits.Amber, limits.Red, note);
    }

    // A limit in euro says nothing about dollars.
    private (string Asked, string Given)? Foreign(Finding finding) => (
        from reading in finding.Readings
        from threshold in clause.Condition.Thresholds
        where threshold.Indicator == reading.Indicator.Split('/')[0] && threshold.Unit != reading.Unit
        where reading.Unit.Length == 3 && threshold.Unit.Length == 3
        select ((string, string)?)(threshold.Unit, reading.Unit)).FirstOrDefault();

    private SensitivityRow Absent(string change, string to, Period period, string note) =>
        new(change, to, Zone.NotAssessable, found.Status, period.ToString(), null, null, "", "", null, null, note);

    private static string? Digits(decimal? number) => number is { } known ? PackJson.Digits(known) : null;
}
