using System.CommandLine;
using System.Text.Json;
using Plimsoll.Agreements.Verifying;
using Plimsoll.Host.Cli;

namespace Plimsoll.Host.Reports;

/// <summary><c>plimsoll verify PACK</c>: needs neither store nor network.</summary>
internal sealed class VerifyCommand : Command
{
    private readonly Argument<string> pack = new("PACK") { Description = "Folder or zip that 'plimsoll evidence' wrote." };

    private readonly Option<FileInfo[]> files = new("--file")
    {
        Description = "A file as the source published it; its hash and its rows are compared with the pack. May be given several times.",
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<bool> json = new("--json") { Description = "Write one JSON document to the standard output." };
    private readonly Terminal terminal;

    internal VerifyCommand(Terminal terminal)
        : base("verify", "Check an evidence pack offline: add its rows up again, decide its colour again, and say what cannot be checked.")
    {
        this.terminal = terminal;
        Arguments.Add(pack);
        Options.Add(files);
        Options.Add(json);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        var verification = Verification.Of(arguments.GetRequiredValue(pack), arguments.GetRequiredValue(files));
        if (arguments.GetValue(json))
        {
            terminal.Out.WriteLine(JsonSerializer.Serialize(Document(verification), StoreCommand.JsonLayout));
        }
        else
        {
            Show(verification);
        }

        return verification.Holds ? CommandLine.Done : CommandLine.Failure;
    }

    private static object Document(Verification verification) => new
    {
        verification.Finding,
        verification.Sentence,
        Verified = verification.Holds,
        Steps = verification.Steps.Select(s => new { s.What, s.Holds, Faults = s.Faults.Select(f => new { f.Code, f.Message, f.Text }) }),
        verification.NotVerified,
    };

    private void Show(Verification verification)
    {
        terminal.Out.WriteLine(verification.Sentence);
        terminal.Out.WriteLine(verification.Finding);
        terminal.Out.WriteLine();
        foreach (var step in verification.Steps)
        {
            terminal.Out.WriteLine($"{(step.Holds ? "holds     " : "DOES NOT  ")}{step.What}");
            foreach (var fault in step.Faults)
            {
                terminal.Out.WriteLine($"            {fault}");
            }
        }

        terminal.Out.WriteLine();
        terminal.Out.WriteLine("Not verified, because a pack cannot prove it:");
        foreach (var open in verification.NotVerified)
        {
            terminal.Out.WriteLine($"- {open}");
        }

        terminal.Out.WriteLine();
        terminal.Out.WriteLine(verification.Holds ? "VERIFIED" : "NOT VERIFIED");
    }
}
