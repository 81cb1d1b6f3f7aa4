using Plimsoll.Trade;

namespace Plimsoll.Sources.Comtrade;

/// <summary>
/// Extracts of UN Comtrade's monthly data as the China critical-minerals tables hold them: China's exports by partner and HS6, dollars and
/// kilograms (<c>period_dt,partner_name,hs6,val,qty,uv</c>). Tables derived from it (shares, indices, unit values) are recognised and turned away.
/// </summary>
public sealed class ComtradeMonthlyCsvFormat : ISourceFormat
{
    /// <inheritdoc/>
    public string Id => "comtrade-monthly-csv/1";

    /// <inheritdoc/>
    public bool Recognises(SourceHead head) =>
        head.FirstLine.StartsWith("period_dt,", StringComparison.Ordinal) || head.FirstLine.StartsWith("hs6,material,group", StringComparison.Ordinal);

    /// <inheritdoc/>
    public Fault? Read(Stream content, SourceHead head, IReleaseSink sink, CancellationToken cancel)
    {
        var records = new CsvRecords(content, sink, cancel);
        int[] columns = [records.Column("period_dt"), records.Column("partner_name"), records.Column("hs6"), records.Column("val"), records.Column("qty")];
        if (columns.Contains(-1))
        {
            return new Fault("SRC-0229", "A derived table, not observations: it lacks period, partner, product, value or quantity.", head.FirstLine);
        }

        sink.Describe(new ReleaseHeader("comtrade", "C/M/HS extract", "USD", Id, WholePeriods: false, PublishedAt: null));
        var rows = new ObservationWriter(sink);
        foreach (var record in records.Read())
        {
            var row = ReadRecord([.. columns.Select(column => record[column])]);
            if (row.Ok)
            {
                rows.Add(row.Value);
            }
            else
            {
                sink.Refuse(records.Line, 0, row.Fault!);
            }
        }

        rows.Flush();
        return null;
    }

    private static Parsed<Observation> ReadRecord(string[] fields)
    {
        var (period, partner, product) = (Period.Parse(fields[0]), ComtradeCountries.FromName(fields[1]), ProductCode.Parse(fields[2]));
        var (value, quantity) = (BinaryNoise.Read(fields[3], 1m), BinaryNoise.Read(fields[4], 1m));
        return (period.Fault ?? partner.Fault ?? product.Fault ?? value.Fault ?? quantity.Fault) is { } fault
            ? fault
            : new Observation(Country.China, partner.Value, product.Value, Flow.Export, period.Value)
            {
                Value = value.Value,

                // Comtrade writes 0 where no weight was reported.
                QuantityKg = quantity.Value == 0 ? Fixed3.Null : quantity.Value,
            };
    }
}
