using System.Globalization;
using System.Text.RegularExpressions;
using Plimsoll.Trade;

namespace Plimsoll.Sources.Comtrade;

/// <summary>
/// CEPII's BACI, UN Comtrade reconciled: yearly, HS6, FOB. Read as what the exporter sold, so the exporter is the reporter. The names of
/// the columns tell the two shapes apart: the official <c>t,i,j,k,v,q</c> (thousand dollars, tonnes) and extracts <c>i,j,cmd,value</c> (dollars).
/// </summary>
public sealed class BaciCsvFormat : ISourceFormat
{
    private static readonly Regex YearInName = new("(?<year>(19|20)[0-9]{2})", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    /// <inheritdoc/>
    public string Id => "baci-csv/1";

    /// <inheritdoc/>
    public bool Recognises(SourceHead head) => head.FirstLine.Replace("\"", "", StringComparison.Ordinal) is "t,i,j,k,v,q" or "i,j,cmd,value";

    /// <inheritdoc/>
    public Fault? Read(Stream content, SourceHead head, IReleaseSink sink, CancellationToken cancel)
    {
        var records = new CsvRecords(content, sink, cancel);
        var official = records.Header is ["t", "i", "j", "k", "v", "q"];
        if (!official && records.Header is not ["i", "j", "cmd", "value"])
        {
            return new Fault("SRC-0228", "Not the columns of BACI: t,i,j,k,v,q, or i,j,cmd,value in an extract.", head.FirstLine);
        }

        var year = YearOf(head.FileName);
        if (!official && year is null)
        {
            return new Fault("SRC-0228", "The extract has no column of years, and its name has none either. Name it baci_2022.csv.", head.FileName);
        }

        sink.Describe(new ReleaseHeader("baci", official ? "BACI_HS" : "BACI_HS extract", "USD", Id, WholePeriods: official, PublishedAt: null) { Exhaustive = true });
        var countries = new ComtradeCountries();
        var rows = new ObservationWriter(sink);
        foreach (var record in records.Read())
        {
            var row = official ? ReadOfficial(record, countries) : ReadExtract(record, year!.Value, countries);
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

    private static Parsed<Observation> ReadOfficial(IReadOnlyList<string> record, ComtradeCountries countries)
    {
        var year = int.TryParse(record[0], NumberStyles.None, CultureInfo.InvariantCulture, out var t) && t is > 1900 and < 2200
            ? (Parsed<int>)t
            : new Fault("SRC-0227", "Not a year.", record[0]);
        var quantity = record[5] is "NA" or "" ? Fixed3.Null : BinaryNoise.Read(record[5], 1000m);
        return Join(year, countries.FromNumeric(record[1]), countries.FromNumeric(record[2]), record[3], BinaryNoise.Read(record[4], 1000m), quantity);
    }

    private static Parsed<Observation> ReadExtract(IReadOnlyList<string> record, int year, ComtradeCountries countries) =>
        Join(year, countries.FromIso3(record[0]), countries.FromIso3(record[1]), record[2], BinaryNoise.Read(record[3], 1m), Fixed3.Null);

    private static Parsed<Observation> Join(
        Parsed<int> year, Parsed<Country> exporter, Parsed<Country> importer, string code, Parsed<long> value, Parsed<long> quantity)
    {
        // Spreadsheets drop the leading zero of chapters 01 to 09.
        var product = ProductCode.Parse(code.PadLeft(6, '0'));
        return (year.Fault ?? exporter.Fault ?? importer.Fault ?? product.Fault ?? value.Fault ?? quantity.Fault) is { } fault
            ? fault
            : new Observation(exporter.Value, importer.Value, product.Value, Flow.Export, Period.OfYear(year.Value))
            {
                Value = value.Value,
                QuantityKg = quantity.Value,
            };
    }

    /// <summary>The last year in a name, as in <c>baci_2022.csv</c>.</summary>
    private static int? YearOf(string fileName) =>
        YearInName.Matches(fileName) is { Count: > 0 } found ? int.Parse(found[^1].ValueSpan, CultureInfo.InvariantCulture) : null;
}
