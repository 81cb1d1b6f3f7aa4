using Plimsoll.Trade;

namespace Plimsoll.Bench.Synthesis;

/// <summary>
/// Writes months in the format of <c>full_v2_YYYYMM.dat</c>. A month depends on the population and the month alone: written
/// again, or after other months, it has the same bytes.
/// </summary>
internal sealed class MonthWriter
{
    private readonly SeriesPopulation population;
    private readonly float[] valueNoise;
    private readonly float[] quantityNoise;
    private readonly float[] kilogramPrice;

    public MonthWriter(SeriesPopulation population)
    {
        this.population = population;
        var random = new SplitMix(SplitMix.At(population.Seed, 2));
        valueNoise = random.LogNormalTable(1 << 16, 0.55);
        quantityNoise = random.LogNormalTable(1 << 16, 0.25);
        kilogramPrice = random.LogNormalTable(ProductList.All.Count, 1.4);
    }

    /// <summary>Writes a month of 2023 to 2026, the years whose codes are known; <paramref name="dirty"/> plants <see cref="BadRows"/>.</summary>
    public MonthTally Write(Month month, Stream output, bool dirty)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(month.Year, ProductList.FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month.Year, ProductList.LastYear);
        var page = new Page(this, month, output, dirty);
        page.WriteRows();
        return page.Tally();
    }

    /// <summary>One month while it is being written.</summary>
    private sealed class Page(MonthWriter writer, Month month, Stream output, bool dirty)
    {
        private readonly MonthText text = new(month);
        private readonly RowBuffer buffer = new(output);
        private readonly BadRows? badRows = dirty ? new BadRows(month) : null;
        private readonly RowAmounts[] totals = new RowAmounts[8];
        private readonly double[] currency = [.. Places.Reporters.Select(code => Places.CurrencyPerEuro(code, month))];
        private readonly bool[] valid = [.. ProductList.All.Select(product => product.IsValidIn(month.Year))];
        private readonly bool[] hasUnit = [.. ProductList.All.Select(product => product.HasUnit)];
        private readonly ulong seed = SplitMix.At(writer.population.Seed, (ulong)month.Index);

        /// <summary>A small season and a small growth.</summary>
        private readonly double season = 1 + (0.08 * Math.Sin(month.Number * Math.PI / 6)) + (0.003 * (month.Index - Month.Of(ProductList.FirstYear, 1).Index));

        private RowAmounts imports;
        private RowAmounts exports;
        private long rows;

        public void WriteRows()
        {
            buffer.Append(MonthText.Header);
            var (keys, activity) = (writer.population.Keys, writer.population.Activity);
            byte[]? group = null;
            for (var i = 0; i < keys.Length; i++)
            {
                var draw = SplitMix.At(seed, (ulong)i);
                var product = SeriesPopulation.Product(keys[i]);
                if ((draw & 0xFFFF) >= activity[i] || !valid[product])
                {
                    continue;
                }

                var start = text.Starts[SeriesPopulation.Reporter(keys[i])][SeriesPopulation.Partner(keys[i])];
                if (start != group)
                {
                    WriteTotals(group);
                    group = start;
                }

                WriteRow(i, start, product, draw);
            }

            WriteTotals(group);
            buffer.Flush();
        }

        public MonthTally Tally() => new(
            rows, buffer.Length, badRows?.Planted ?? 0, imports.Euro, exports.Euro, imports.Kilograms + exports.Kilograms);

        private void WriteRow(int series, byte[] start, int product, ulong draw)
        {
            var key = writer.population.Keys[series];
            var flow = SeriesPopulation.FlowAndProcedure(key);
            var euro = (long)(writer.population.Level[series] * season * writer.valueNoise[(draw >> 16) & 0xFFFF]) + 1;
            var kilograms = (long)(euro / (6.0 * writer.kilogramPrice[product]) * writer.quantityNoise[(draw >> 32) & 0xFFFF]);
            var units = hasUnit[product] ? (long)(kilograms * 1.7 * writer.quantityNoise[draw >> 48]) + 1 : 0;
            var amounts = new RowAmounts(euro, (long)(euro * currency[SeriesPopulation.Reporter(key)]), kilograms, units);
            totals[flow] += amounts with { Units = 0 };
            WriteRow(start, text.Products[product], flow, text.Ends[product], amounts);
            if (badRows is not null && badRows.IsDue(rows - badRows.Planted))
            {
                badRows.Plant(buffer, start, text.Products[product], text.Flows[flow], text.Ends[product], amounts);
                rows++;
            }
        }

        /// <summary>The sums of a reporter and partner, after their last product: <c>TOTAL</c> sorts behind the digits.</summary>
        private void WriteTotals(byte[]? start)
        {
            for (var flow = 0; flow < totals.Length && start is not null; flow++)
            {
                if (totals[flow].Euro > 0)
                {
                    WriteRow(start, MonthText.Total, flow, text.NoUnit, totals[flow]);
                }
            }

            Array.Clear(totals);
        }

        private void WriteRow(byte[] start, ReadOnlySpan<byte> product, int flow, byte[] end, RowAmounts amounts)
        {
            buffer.StartRow();
            buffer.Append(start).Append(product).Append(text.Flows[flow]).Append(end)
                .Append(amounts.Euro).Append((byte)',').Append(amounts.National).Append((byte)',')
                .Append(amounts.Kilograms).Append((byte)',').Append(amounts.Units).Append((byte)'\n');
            ref var sum = ref flow < 4 ? ref imports : ref exports;
            sum += amounts;
            rows++;
        }
    }
}
