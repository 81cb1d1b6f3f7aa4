using Plimsoll.Sources.Text;
using Plimsoll.Trade;

namespace Plimsoll.Sources.Sdmx;

/// <summary>Turns the text of a record into an observation, the same way for every format.</summary>
/// <param name="balances">True when the dataset may publish balances, which are negative for a deficit.</param>
/// <param name="onlyIndicator">What every record measures when the format has no column for it.</param>
/// <param name="procedure">Statistical procedure of every record, where the source keeps to one.</param>
internal sealed class CellReader(bool balances, string onlyIndicator = "", string procedure = "")
{
    private readonly CodeCache<Country> countries = new(CodeCheck.Country);
    private readonly Dictionary<int, CodeCache<ProductCode>> products = [];
    private readonly CodeCache<Flow> flows = new(Codes.Flow);
    private readonly CodeCache<Period> periods = new(Codes.Period);
    private readonly CodeCache<Indicator> indicators = new(Indicator.Parse);

    /// <summary>Null and the observation, or the first part that cannot be used.</summary>
    internal Misread? Read(in Cell cell, out Observation observation) =>
        ReadKey(cell, out observation) ?? ReadFlags(cell, ref observation) ?? ReadAmount(cell, ref observation);

    private Misread? ReadKey(in Cell cell, out Observation observation)
    {
        observation = default;
        var reporter = countries.Get(cell.Reporter);
        var partner = countries.Get(cell.Partner);
        var flow = flows.Get(cell.Flow);
        var period = periods.Get(cell.Period) is { Ok: true } read ? Codes.Settle(read.Value, cell.Period, cell.Frequency) : periods.Get(cell.Period);
        var product = Product(cell.Product, period.Ok ? period.Value.Start.Year : 0);
        var misread = Of(Part.Reporter, reporter.Fault) ?? Of(Part.Partner, partner.Fault) ?? Of(Part.Flow, flow.Fault)
            ?? Of(Part.Period, period.Fault) ?? Of(Part.Product, product.Fault);
        if (misread is not null)
        {
            return misread;
        }

        observation = new Observation(reporter.Value, partner.Value, product.Value, flow.Value, period.Value) { Procedure = procedure };
        return flow.Value == Flow.Balance && !balances
            ? new Misread(Part.Flow, new Fault("SRC-0122", "This dataset publishes imports (1) and exports (2), not balances.", cell.Flow.ToString()))
            : null;
    }

    /// <summary>CN codes change every January, so what a code is depends on the year.</summary>
    private Parsed<ProductCode> Product(ReadOnlySpan<char> text, int year)
    {
        if (!products.TryGetValue(year, out var ofYear))
        {
            ofYear = new CodeCache<ProductCode>(code => CodeCheck.Product(code, year));
            products.Add(year, ofYear);
        }

        return ofYear.Get(text);
    }

    private static Misread? ReadFlags(in Cell cell, ref Observation observation)
    {
        var flags = StatusCodes.Flags(cell.Flag);
        if (flags.Fault is { } fault)
        {
            return new Misread(Part.Flag, fault);
        }

        var said = flags.Value | StatusCodes.Confidentiality(cell.Confidentiality);
        var absent = Amount.IsAbsent(cell.Value);
        if (!absent && said.HasFlag(ObservationFlags.Missing))
        {
            return new Misread(Part.Flag, new Fault("SRC-0131", "The record has a value and a flag that says it has none.", cell.Value.ToString()));
        }

        var unexplained = absent && !said.HasFlag(ObservationFlags.Confidential);
        observation = observation with { Flags = unexplained ? said | ObservationFlags.Missing : said };
        return null;
    }

    private Misread? ReadAmount(in Cell cell, ref Observation observation)
    {
        var indicator = indicators.Get(cell.Indicator.IsEmpty ? onlyIndicator : cell.Indicator);
        if (indicator.Fault is { } unknown)
        {
            return new Misread(Part.Indicator, unknown);
        }

        if (Amount.IsAbsent(cell.Value))
        {
            return null;
        }

        var amount = Amount.Read(cell.Value, indicator.Value.Scale, signed: observation.Flow == Flow.Balance);
        if (amount.Fault is { } fault)
        {
            return new Misread(Part.Value, fault);
        }

        observation = indicator.Value.Fills switch
        {
            Indicator.Column.Value => observation with { Value = amount.Value },
            Indicator.Column.Kilograms => observation with { QuantityKg = amount.Value },
            _ => observation with { SupplementaryQuantity = amount.Value },
        };
        return null;
    }

    private static Misread? Of(Part part, Fault? fault) => fault is null ? null : new Misread(part, fault);
}
