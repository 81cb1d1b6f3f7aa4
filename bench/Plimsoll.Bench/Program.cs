using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Plimsoll.Bench;
using Plimsoll.Bench.Entrants;
using Plimsoll.Bench.Results;
using Plimsoll.Trade;

var period = new Option<string>("--period") { DefaultValueFactory = _ => "202512", Description = "Month, YYYYMM, 2023 to 2026." };
var from = new Option<string>("--from") { DefaultValueFactory = _ => "202301", Description = "First month." };
var months = new Option<int>("--months") { DefaultValueFactory = _ => 36 };
var rows = new Option<int>("--rows") { DefaultValueFactory = _ => 4_900_000, Description = "About this many rows a month." };
var dirty = new Option<bool>("--dirty") { Description = "Plant rows that a reader must refuse." };
var output = new Option<string>("--out") { Required = true };
var store = new Option<string>("--store") { Required = true, Description = "Folder; its parquet folder holds the plain engine's months." };
var input = new Option<string>("--in") { Required = true, Description = "A generated month." };
var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 3 };
var results = new Option<string>("--results") { DefaultValueFactory = _ => "bench/results" };

var generateMonth = new Command("month", "Write one synthetic month in the format of full_v2.") { period, rows, dirty, output };
generateMonth.SetAction(arguments =>
{
    var generation = new Generation(arguments.GetValue(rows));
    var start = Stopwatch.GetTimestamp();
    var tally = generation.Write(MonthOf(arguments.GetValue(period)!), arguments.GetValue(output)!, arguments.GetValue(dirty));
    var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tally}, {seconds:F2} s, {tally.Bytes / seconds / 1e6:F0} MB/s"));
});

var generateStore = new Command("store", "Generate months one by one and take each in.") { months, from, rows, store };
generateStore.SetAction(arguments =>
{
    var folder = arguments.GetValue(store)!;
    new Generation(arguments.GetValue(rows)).Stream(MonthOf(arguments.GetValue(from)!), arguments.GetValue(months), folder, (month, file, tally) =>
    {
        var start = Stopwatch.GetTimestamp();
        var release = MonthIngest.Run(file, folder, month);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{month}: {tally.Rows} rows, {release.RowsStored} stored, {seconds:F2} s"));
    });
});

var alone = new Option<string?>(OwnProcess.Option) { Hidden = true };
var agreement = new Option<string>("--agreement") { DefaultValueFactory = _ => "agreements/eu-china-illustrative/agreement.yaml" };
Races RacesOf(ParseResult arguments) => new(arguments.GetValue(rounds), arguments.GetValue(results)!, arguments.GetValue(alone));
var raceIngest = new Command("ingest", "A month of text into a store.") { input, rounds, results, alone };
raceIngest.SetAction(arguments => RacesOf(arguments).Ingest(arguments.GetValue(input)!));
var racePacked = new Command("ingest7z", "A month of .7z into a store.") { input, rounds, results, alone };
racePacked.SetAction(arguments => RacesOf(arguments).Packed(arguments.GetValue(input)!));
var raceSweep = new Command("sweep", "Concentration, rolling balances, surges and an agreement over a store.") { store, agreement, rounds, results, alone };
raceSweep.SetAction(arguments => RacesOf(arguments).Sweep(arguments.GetValue(store)!, arguments.GetValue(agreement)!));
var entries = new Option<int>("--entries") { DefaultValueFactory = _ => 1_000_000 };
var raceLedger = new Command("ledger", "Entries of a ledger: sealed, verified, proved.") { entries, rounds, results, alone };
raceLedger.SetAction(arguments => RacesOf(arguments).Ledger(arguments.GetValue(entries)));

var selfCheck = new Command("self-check", "Check that the synthetic months are reproducible and in the exact format.");
selfCheck.SetAction(_ =>
{
    var faults = SelfCheck.Run().ToList();
    faults.ForEach(Console.Error.WriteLine);
    return faults.Count == 0 ? 0 : 3;
});

return new RootCommand("Measures Plimsoll on synthetic months of real size, beside plain engines.")
{
    new Command("generate", "Write synthetic data.") { generateMonth, generateStore },
    new Command("race", "Plimsoll beside the plain engines.") { raceIngest, racePacked, raceSweep, raceLedger },
    selfCheck,
}.Parse(args).Invoke();

static Month MonthOf(string text) => Period.Parse(text).Value is { Months: 1 } month ? month.Start : throw new ArgumentException($"Not a month: {text}.");
