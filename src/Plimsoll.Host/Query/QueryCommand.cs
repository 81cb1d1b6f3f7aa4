using System.CommandLine;
using Plimsoll.Host.Cli;
using Plimsoll.Store.Query;
using Plimsoll.Trade;

namespace Plimsoll.Host.Query;

/// <summary><c>plimsoll query</c></summary>
internal sealed class QueryCommand : StoreCommand
{
    private readonly Option<string> source = new("--source") { Description = "Whose figures: comext, gacc, …", DefaultValueFactory = _ => "comext" };
    private readonly Option<string[]> reporter = Codes("--reporter", "Reporter or group, e.g. DE or EU27_2020; may be repeated.");
    private readonly Option<string[]> partner = Codes("--partner", "Partner or group, e.g. CN or CN+HK+MO; may be repeated.");
    private readonly Option<string[]> product = Codes("--product", "Product code; may be repeated.");
    private readonly Option<string?> flow = new("--flow") { Description = "import or export." };
    private readonly Option<string?> from = new("--from") { Description = "First period, e.g. 2025-01.", HelpName = "PERIOD" };
    private readonly Option<string?> to = new("--to") { Description = "Last period.", HelpName = "PERIOD" };
    private readonly Option<string[]> by = new("--by") { Description = "Keep apart: month, year, product, reporter, partner (default: all).", AllowMultipleArgumentsPerToken = true };
    private readonly Option<int> months = new("--months") { Description = "Length of the source's periods: 1, 12, or 0 for any.", DefaultValueFactory = _ => 1 };
    private readonly Option<DateOnly?> asOf = DateOption.AsOf();
    private readonly Option<string> format = new("--format") { Description = "table, csv, json, parquet or sdmx-csv.", DefaultValueFactory = _ => "table" };
    private readonly Option<FileInfo?> output = new("--out") { Description = "Write to this file (needed for parquet)." };

    internal QueryCommand(Terminal terminal, TimeProvider time)
        : base("query", "Ask the store for figures.", terminal, time)
    {
        flow.AcceptOnlyFromAmong("import", "export");
        by.AcceptOnlyFromAmong("month", "year", "product", "reporter", "partner");
        format.AcceptOnlyFromAmong("table", "csv", "json", "parquet", "sdmx-csv");
        Option[] own = [source, reporter, partner, product, flow, from, to, by, months, asOf, format, output];
        foreach (var option in own)
        {
            Options.Add(option);
        }
    }

    protected override Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        var query = Read(arguments);
        if (query.Fault is { } fault)
        {
            Terminal.Error.WriteLine(fault);
            return Task.FromResult(CommandLine.Usage);
        }

        var store = Store(arguments);
        var answer = store.Answer(query.Value);
        if (answer.Fault is { } twice)
        {
            Terminal.Error.WriteLine(twice);
            return Task.FromResult(CommandLine.Usage);
        }

        foreach (var note in answer.Value.Count == 0 ? [WhyEmpty.Explain(store, query.Value)] : QueryNotes.Of(answer.Value, query.Value))
        {
            Terminal.Error.WriteLine(note);
        }

        var known = store.Releases(query.Value.AsOf).Where(r => r.Source == query.Value.Source);
        return Task.FromResult(Write(arguments, answer.Value, new QueryText([.. known])));
    }

    private static Option<string[]> Codes(string name, string description) =>
        new(name) { Description = description, HelpName = "CODE", DefaultValueFactory = _ => [] };

    private int Write(ParseResult arguments, IReadOnlyList<QueryRow> rows, QueryText text)
    {
        var wanted = WantsJson(arguments) ? "json" : arguments.GetRequiredValue(format);
        var file = arguments.GetValue(output);
        if (wanted == "parquet")
        {
            if (file is null)
            {
                Terminal.Error.WriteLine(new Fault("CLI-0002", "Parquet is not text: name a file with --out."));
                return CommandLine.Usage;
            }

            QueryExport.WriteParquet(rows, file);
            return CommandLine.Done;
        }

        if (file is null)
        {
            text.Write(rows, wanted, Terminal.Out, Terminal.Console);
            return CommandLine.Done;
        }

        QueryExport.Write(file, () =>
        {
            using var writer = new StreamWriter(file.FullName);
            text.Write(rows, wanted, writer, Terminal.TableTo(writer));
        });
        return CommandLine.Done;
    }

    private Parsed<TradeQuery> Read(ParseResult arguments)
    {
        var reporters = CodeList.Countries(arguments.GetRequiredValue(reporter));
        var partners = CodeList.Countries(arguments.GetRequiredValue(partner));
        var products = CodeList.Products(arguments.GetRequiredValue(product));
        var first = ReadPeriod(arguments.GetValue(from));
        var last = ReadPeriod(arguments.GetValue(to));
        if ((reporters.Fault ?? partners.Fault ?? products.Fault ?? first.Fault ?? last.Fault) is { } fault)
        {
            return fault;
        }

        if (first.Value?.Start > last.Value?.End)
        {
            return new Fault("CLI-0003", "The first period lies after the last: exchange --from and --to.", $"{first.Value}..{last.Value}");
        }

        var query = new TradeQuery(arguments.GetRequiredValue(source))
        {
            Reporters = reporters.Value,
            Partners = partners.Value,
            Products = products.Value,
            Flow = arguments.GetValue(flow) switch { "import" => Flow.Import, "export" => Flow.Export, _ => Flow.None },
            From = first.Value?.Start,
            To = last.Value?.End,
            Months = arguments.GetValue(months),
            AsOf = arguments.GetValue(asOf),
        };
        var kept = arguments.GetValue(by) ?? [];
        return kept.Length == 0 ? query : query with { By = kept.Aggregate(QueryDimensions.None, (all, one) => all | Enum.Parse<QueryDimensions>(one, ignoreCase: true)) };
    }

    private static Parsed<Period?> ReadPeriod(string? text)
    {
        if (text is null)
        {
            return (Period?)null;
        }

        var period = Period.Parse(text);
        return period.Ok ? (Period?)period.Value : period.Fault!;
    }
}
