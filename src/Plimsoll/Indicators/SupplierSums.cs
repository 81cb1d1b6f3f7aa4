using Plimsoll.Store;
using Plimsoll.Trade;

namespace Plimsoll.Indicators;

/// <summary>Imports over a span by named supplier, and how much has none.</summary>
/// <param name="inputs">The series.</param>
/// <param name="span">Months that enter.</param>
internal sealed class SupplierSums(IndicatorInputs inputs, WindowSpan span)
{
    /// <summary>Amounts of the named suppliers.</summary>
    internal IReadOnlyList<decimal> Named { get; private set; } = [];

    /// <summary>What secret partners bring, or what the total has beyond the named suppliers.</summary>
    internal decimal Unknown { get; private set; }

    /// <summary>Reads and notes all suppliers, the largest first; the fault that keeps the sums from being known, or null.</summary>
    internal Fault? Read(Workings workings)
    {
        var suppliers = inputs.Suppliers.Where(s => !s.Partner.IsAggregate).ToArray();
        if (suppliers.Length == 0)
        {
            return IndicatorFaults.NotGiven("suppliers");
        }

        Fault? fault = null;
        var named = new List<decimal>();
        var suppressed = false;
        foreach (var supplier in suppliers.OrderByDescending(s => Raw(s.Imports)).ThenBy(s => s.Partner))
        {
            var sum = workings.Sum($"imports from {supplier.Partner}", supplier.Imports, span, inputs.Currency);
            fault ??= sum.Fault;
            suppressed |= span.Periods.Any(period => supplier.Imports.Sum(period).State == PointState.Suppressed);
            if (sum.Ok && supplier.Partner.IsSecret)
            {
                Unknown += sum.Value;
            }
            else if (sum.Ok)
            {
                named.Add(sum.Value);
            }
        }

        Named = named;
        return fault ?? ReadTotal(workings, suppressed);
    }

    private Fault? ReadTotal(Workings workings, bool suppressed)
    {
        if (inputs.Denominator is null)
        {
            return suppressed ? IndicatorFaults.Unbounded() : null;
        }

        var total = workings.Sum("imports from all suppliers", inputs.Denominator, span, inputs.Currency);
        if (!total.Ok)
        {
            return total.Fault;
        }

        var known = Named.Sum();
        if (known + Unknown > total.Value)
        {
            return IndicatorFaults.PartAboveWhole(known + Unknown, total.Value);
        }

        Unknown = total.Value - known;
        return null;
    }

    private decimal Raw(Series series) => span.Periods.Sum(period => series.Sum(period).Value ?? 0m);
}
