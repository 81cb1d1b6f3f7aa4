using System.Globalization;
using System.Text.Json;
using Plimsoll.Sources;
using Plimsoll.Store.Query;
using Spectre.Console;

namespace Plimsoll.Host.Query;

/// <summary>Writes the rows of an answer as text.</summary>
/// <param name="releases">What the source had published, for the currency of an answer without rows and the time at which a row was known.</param>
internal sealed class QueryText(IReadOnlyList<Release> releases)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private static readonly string[] Fixed = ["reporter", "partner", "product", "flow", "period"];
    private readonly Dictionary<string, DateTimeOffset> published = releases.ToDictionary(r => r.Id, r => r.PublishedAt, StringComparer.Ordinal);

    internal void Write(IReadOnlyList<QueryRow> rows, string format, TextWriter writer, IAnsiConsole console)
    {
        switch (format)
        {
            case "csv":
                WriteCsv(rows, writer);
                break;
            case "sdmx-csv":
                WriteSdmxCsv(rows, writer);
                break;
            case "json":
                writer.WriteLine(JsonSerializer.Serialize(rows.Select(Document), Indented));
                break;
            default:
                WriteTable(rows, console);
                break;
        }
    }

    // The value's column carries its currency, so that yuan are not read as euro.
    private string ValueColumn(IReadOnlyList<QueryRow> rows) =>
        $"value_{(rows.Select(r => r.Currency).Concat(releases.Select(r => r.Currency)).FirstOrDefault() ?? "EUR").ToLowerInvariant()}";

    private void WriteCsv(IReadOnlyList<QueryRow> rows, TextWriter writer)
    {
        string[] header = [.. Fixed, ValueColumn(rows), "quantity_kg", "quantity_suppl", "suppl_unit", "flags"];
        writer.WriteLine(string.Join(',', header));
        foreach (var row in rows)
        {
            writer.WriteLine(string.Join(',', [.. Cells(row), Number(row.Value), Number(row.QuantityKg), Number(row.Supplementary), row.SupplementaryUnit, row.Flags]));
        }
    }

    private static void WriteSdmxCsv(IReadOnlyList<QueryRow> rows, TextWriter writer)
    {
        writer.WriteLine("STRUCTURE,STRUCTURE_ID,ACTION,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG");
        foreach (var row in rows)
        {
            var frequency = row.Period.Months switch { 1 => "M", 3 => "Q", 12 => "A", _ => "N" };
            (string Indicator, decimal? Amount)[] measures =
            [
                (row.Currency == "EUR" ? "VALUE_IN_EUROS" : $"VALUE_IN_{row.Currency}", row.Value), ("QUANTITY_KG", row.QuantityKg),
            ];
            foreach (var (indicator, amount) in measures.Where((m, i) => i == 0 || m.Amount is not null))
            {
                writer.WriteLine($"dataflow,PLIMSOLL:TRADE(1.0),I,{frequency},{row.Reporter},{row.Partner},{row.Product},{row.Flow:D},{indicator},{row.Period},{Number(amount)},{row.Flags}");
            }
        }
    }

    private void WriteTable(IReadOnlyList<QueryRow> rows, IAnsiConsole console)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns(Fixed);
        table.AddColumn(new TableColumn(ValueColumn(rows)).RightAligned());
        table.AddColumn(new TableColumn("quantity_kg").RightAligned());
        table.AddColumn("flags");
        foreach (var row in rows)
        {
            table.AddRow([.. Cells(row), Grouped(row.Value), Grouped(row.QuantityKg), row.Flags]);
        }

        console.Write(table);
    }

    private Dictionary<string, object?> Document(QueryRow row) => new(StringComparer.Ordinal)
    {
        ["reporter"] = row.Reporter,
        ["partner"] = row.Partner,
        ["product"] = row.Product,
        ["flow"] = row.Flow.ToString().ToLowerInvariant(),
        ["period"] = row.Period.ToString(),
        [$"value_{row.Currency.ToLowerInvariant()}"] = row.Value,
        ["quantity_kg"] = row.QuantityKg,
        ["quantity_suppl"] = row.Supplementary,
        ["suppl_unit"] = row.SupplementaryUnit,
        ["flags"] = row.Flags,
        ["reporters"] = row.Reporters,
        ["partners"] = row.Partners,
        ["products"] = row.Products,
        ["releases"] = row.Releases,
        ["known_at"] = row.Releases.Max(id => (DateTimeOffset?)published[id]),
    };

    private static string[] Cells(QueryRow row) => [row.Reporter, row.Partner, row.Product, row.Flow.ToString().ToLowerInvariant(), row.Period.ToString()];

    private static string Number(decimal? amount) => amount?.ToString("0.###", CultureInfo.InvariantCulture) ?? "";

    private static string Grouped(decimal? amount) => amount?.ToString("#,0.###", CultureInfo.InvariantCulture) ?? "";
}
