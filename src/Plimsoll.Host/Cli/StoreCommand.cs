using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Plimsoll.Store;

namespace Plimsoll.Host.Cli;

/// <summary>A command on a store: has <c>--store</c> and <c>--json</c>.</summary>
internal abstract class StoreCommand : Command
{
    private static readonly JsonSerializerOptions JsonLayout = new()
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

    protected TradeStore Store(ParseResult arguments) => new(Folder(arguments), Time);

    protected bool WantsJson(ParseResult arguments) => arguments.GetValue(json);

    protected void WriteJson(object document) => Terminal.Out.WriteLine(JsonSerializer.Serialize(document, JsonLayout));

    protected abstract Task<int> RunAsync(ParseResult arguments, CancellationToken cancel);
}
