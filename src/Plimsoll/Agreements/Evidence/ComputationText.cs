using Plimsoll.Agreements.Charts;
using System.Globalization;
using System.Text;
using Plimsoll.Indicators;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Evidence;

/// <summary><c>computation.txt</c>: the computation for a person with a pocket calculator, from months to the colour.</summary>
internal sealed class ComputationText
{
    private readonly StringBuilder text = new();
    private readonly FindingSheet sheet;
    private readonly Computation computation;
    private readonly IReadOnlyList<EvidenceRow> rows;

    private ComputationText(FindingSheet sheet, Computation computation, IReadOnlyList<EvidenceRow> rows) =>
        (this.sheet, this.computation, this.rows) = (sheet, computation, rows);

    internal static byte[] Write(FindingSheet sheet, Computation computation, IReadOnlyList<EvidenceRow> rows)
    {
        var page = new ComputationText(sheet, computation, rows);
        page.WriteHead();
        page.WriteSums();
        page.WriteReadings();
        page.WriteComparisons();
        page.WriteHistory();
        return Encoding.UTF8.GetBytes(page.text.ToString());
    }

    private Computation.PeriodPart Last => computation.Periods[^1];

    private void WriteHead() => Line($"""
        {sheet.Sentence}

        {sheet.Id}
        Zone {ZoneMark.Word(sheet.Zone)}, status {FindingWords.Status(sheet.Status)}.
        Agreement {sheet.Agreement.Id} version {sheet.Agreement.Version}, SHA-256 {sheet.Agreement.Sha256}.
        Methods version {sheet.MethodVersion}; figures {(sheet.AsOf is { } day ? $"as known on {Day(day)}" : "newest in the store")}.
        """);

    // Month by month, so that a sum over a window can be followed.
    private void WriteSums()
    {
        Line("\n1. SUMS OF ROWS, for each period that the source publishes; flags as in the file: b break, c confidential, e estimated, p provisional");
        foreach (var side in computation.Sides.Where(s => s.Vintage == Last.Vintage))
        {
            Line($"\n  Figures of the {Words(side.Figures)}: {side.Source}, products {string.Join(' ', side.Products)}, currency {side.Currency}");
            var own = rows.Where(r => r.Vintage == side.Vintage && r.Figures == side.Figures).ToList();
            foreach (var sum in side.Sums)
            {
                Line($"  {sum.Name}: {Word<Flow>.Of(sum.Flow)}, reporters {string.Join(' ', sum.Reporters)}, partners {Few(sum.Partners)}, {RowAmount.Column(sum.Measure)}");
                var byPeriod = own.Where(r => sum.Holds(r.Record)).GroupBy(r => r.Record.Period).OrderBy(g => g.Key).ToList();
                foreach (var period in byPeriod)
                {
                    var amounts = period.Select(r => RowAmount.Of(r.Record, sum.Measure)).OfType<decimal>().ToList();
                    var flags = string.Concat(period.SelectMany(r => r.Record.Flags).Distinct().Order());
                    Line($"    {period.Key}  {(amounts.Count == 0 ? "not given" : PackJson.Digits(amounts.Sum()))}  ({period.Count()} rows{(flags.Length > 0 ? $", flags {flags}" : "")})");
                }

                if (byPeriod.Count == 0)
                {
                    Line("    no rows");
                }
            }
        }
    }

    private void WriteReadings()
    {
        Line($"\n2. READINGS for {Last.Period}");
        foreach (var reading in Last.Readings)
        {
            Line($"\n  {reading.Indicator}: {FindingWords.Measure(reading.Indicator, sheet.Subject.Flow)}; figures of the {Words(reading.Figures)} {reading.Valuation}".TrimEnd());
            Line($"  method: docs/methods/{Page(reading.Indicator)}.md");
            foreach (var input in reading.Inputs)
            {
                Line($"    {input.Name} = {Value(input.Value)} {input.Unit}");
            }

            Line($"    result = {Value(reading.Value)} {reading.Unit}".TrimEnd());
            Line(reading.ConfidentialShare is { } share ? $"    confidential share = {PackJson.Digits(share)}" : "    confidential share not known");
            if ((reading.Unusable ?? reading.Reason) is { } reason)
            {
                Line($"    not used: {reason}");
            }
        }
    }

    private void WriteComparisons()
    {
        Line($"\n3. COMPARISONS with the limits in force on {Day(Last.JudgedOn)}, on unrounded values");
        foreach (var one in Last.Comparisons)
        {
            var answer = one.Crossed switch { true => "yes", false => "no", null => "not known" };
            Line($"  {Words(one.Figures)}, {one.Threshold} {one.Level}: {Value(one.Value)} {one.Comparator} {Value(one.Limit)}? {answer}");
        }

        Line($"  A limit of the clause is crossed when {sheet.Clause.Combination} is. Basis: {sheet.Basis}.");
    }

    private void WriteHistory()
    {
        Line($"\n4. ZONES; a colour is entered and left when {sheet.Clause.Persistence.K} of the last {sheet.Clause.Persistence.N} periods say so. Before the first line nothing was entered.");
        foreach (var period in computation.Periods)
        {
            var values = period.Readings.Select(r => $"{r.Indicator} {Value(r.Value)}");
            Line($"  {period.Period}  {ZoneMark.Word(period.Zone),-14}  {sheet.Status.ToString().ToLowerInvariant()}  {string.Join("; ", values)}");
        }
    }

    private void Line(FormattableString line) => Line(line.ToString(CultureInfo.InvariantCulture));

    private void Line(string line) => text.Append(line.ReplaceLineEndings("\n")).Append('\n');

    private static string Value(decimal? value) => value is { } number ? PackJson.Digits(number) : "none";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Words(Figures figures) => Word<Figures>.Of(figures);

    private static string Few(IReadOnlyList<string> codes) => codes.Count <= 30 ? string.Join(' ', codes) : string.Create(CultureInfo.InvariantCulture, $"{codes.Count} countries, see computation.json");

    private static string Page(string indicator) => indicator.Split('.')[0] switch
    {
        _ when indicator.Contains(".vs_", StringComparison.Ordinal) => "growth",
        "balance" or "cover_ratio" or "ratio" => "balance",
        "unit_value" => "unit-value",
        "share" => "share",
        "hhi" => "concentration",
        _ => "indicators",
    };
}
