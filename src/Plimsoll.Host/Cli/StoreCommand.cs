using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Plimsoll.Store;
using Plimsoll.Trade;

namespace Plimsoll.Host.Cli;

/// <summary>A command on a store: has <c>--store</c> and <c>--json</c>.</summary>
internal abstract class StoreCommand : Command
{
    /// <summary>How every answer in JSON is written, on the command line and by the server.</summary>
    internal static readonly JsonSerializerOptions JsonLayout = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    private readonly Option<DirectoryInfo> store = new("--store")
    {
        Description = "Folder of the store.",
        DefaultValueFactory = _ => new DirectoryInfo(".plimsoll"),
    };

    private readonly Option<bool> json = new("--json") { Description = "Write one JSON document to the standard output." };

    protected StoreCommand(string name, string description, Terminal terminal, TimeProvider time)
        : base(name, description)
    {
        Terminal = terminal;
        Time = time;
        Options.Add(store);
        Options.Add(json);
        SetAction(RunAsync);
    }

    protected Terminal Terminal { get; }

    protected TimeProvider Time { get; }

    protected DirectoryInfo Folder(ParseResult arguments) => arguments.GetRequiredValue(store);

    /// <summary>The store to read from; an <see cref="OutsideException"/> when there is none, so that an empty answer is never taken for calm.</summary>
    protected TradeStore Store(ParseResult arguments) => Directory.Exists(Path.Combine(Folder(arguments).FullName, "releases")) || File.Exists(Folder(arguments).FullName)
        ? NewStore(arguments)
        : throw new OutsideException("CLI-0043", $"There is no store in {Folder(arguments).FullName}. 'plimsoll demo' or 'plimsoll ingest' makes one; --store names another folder.", retriable: false);

    /// <summary>The store to take something in, which need not exist yet.</summary>
    protected TradeStore NewStore(ParseResult arguments) => new(Folder(arguments), Time);

    protected bool WantsJson(ParseResult arguments) => arguments.GetValue(json);

    protected void WriteJson(object document) => Terminal.Out.WriteLine(JsonSerializer.Serialize(document, JsonLayout));

    protected abstract Task<int> RunAsync(ParseResult arguments, CancellationToken cancel);
}
