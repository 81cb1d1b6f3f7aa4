using System.Globalization;
using Plimsoll.Bench.Rivals;
using Plimsoll.Indicators.Concentration;
using Plimsoll.Store;

namespace Plimsoll.Bench.Entrants;

/// <summary>Holds the concentration of a sweep against the plain engine's, cell by cell: sums and squares as integers.</summary>
internal sealed class SameCells(TradeSnapshot snapshot, StoredMonths months, Sweeps sweeps)
{
    /// <summary>What was compared, in a sentence; throws at the first cell that differs.</summary>
    public string Check()
    {
        var expected = RivalCells();
        var states = snapshot.Sweep(() => (Kernel: sweeps.NewConcentration(), Met: new List<string>()), (state, block) =>
        {
            state.Kernel.Read(block);
            Compare(state.Kernel, block.Product, expected, state.Met);
        });
        var met = states.Sum(s => s.Met.Count);
        return met == expected.Count
            ? string.Create(CultureInfo.InvariantCulture, $"{met} cells: sum and sum of squares are the same integers in both engines, so the index is too.")
            : throw new InvalidDataException($"{met} cells in the sweep, {expected.Count} in the plain engine.");
    }

    private void Compare(ConcentrationKernel kernel, string product, Dictionary<string, (string Squares, string Total)> expected, List<string> met)
    {
        for (var year = months.First.Year; year < months.First.Year + months.ByYear.Count; year++)
        {
            for (var reporter = 0; reporter < snapshot.Axes.Reporters.Count; reporter++)
            {
                var totals = kernel.Totals(reporter, year);
                var cell = string.Create(CultureInfo.InvariantCulture, $"{product} {snapshot.Axes.Reporters[reporter].Code} {year}");
                if (totals.Known == 0)
                {
                    continue;
                }

                var own = (totals.SumOfSquares.ToString(CultureInfo.InvariantCulture), totals.Known.ToString(CultureInfo.InvariantCulture));
                if (!expected.TryGetValue(cell, out var other) || own != other)
                {
                    throw new InvalidDataException($"{cell}: {own} in the sweep, {other} in the plain engine.");
                }

                met.Add(cell);
            }
        }
    }

    private Dictionary<string, (string Squares, string Total)> RivalCells()
    {
        var cells = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        using var engine = new DuckSession(keepOrder: false);
        foreach (var files in months.ByYear)
        {
            var query = new DuckQueries(months).ConcentrationCells(files, "HUGEINT");
            foreach (var row in engine.Rows($"SELECT product || ' ' || reporter || ' ' || year, squares::VARCHAR, total::VARCHAR FROM ({query})"))
            {
                cells.Add(row[0], (row[1], row[2]));
            }
        }

        return cells;
    }
}
