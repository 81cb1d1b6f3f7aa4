using System.CommandLine;
using Plimsoll.Agreements;

namespace Plimsoll.Host.Cli;

/// <summary>A command that holds a store against an agreement: has <c>--agreement</c> and <c>--as-of</c>.</summary>
internal abstract class AssessmentCommand : StoreCommand
{
    private readonly Option<string> agreement = Bundled.AgreementOption();

    private readonly Option<DateOnly?> asOf = DateOption.AsOf();

    protected AssessmentCommand(string name, string description, Terminal terminal, TimeProvider time)
        : base(name, description, terminal, time)
    {
        Options.Add(agreement);
        Options.Add(asOf);
    }

    protected DateOnly? AsOf(ParseResult arguments) => arguments.GetValue(asOf);

    /// <summary>The agreement with its text.</summary>
    protected AgreementFile Load(ParseResult arguments) => Bundled.Load(arguments.GetRequiredValue(agreement));

    protected override Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        var file = Load(arguments);
        if (file.Agreement is not { } read)
        {
            Bundled.WriteFaults(Terminal, file);
            return Task.FromResult(CommandLine.Failure);
        }

        var today = DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);
        using var run = new AgreementRun(Store(arguments), AsOf(arguments), today);
        return Task.FromResult(Run(arguments, read, run, cancel));
    }

    protected abstract int Run(ParseResult arguments, Agreement agreement, AgreementRun run, CancellationToken cancel);
}
