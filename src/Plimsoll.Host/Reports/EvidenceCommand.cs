using System.CommandLine;
using Plimsoll.Agreements;
using Plimsoll.Agreements.Evidence;
using Plimsoll.Host.Cli;
using Plimsoll.Host.Joint;
using Plimsoll.Trade;

namespace Plimsoll.Host.Reports;

/// <summary><c>plimsoll evidence FINDING</c></summary>
internal sealed class EvidenceCommand : AssessmentCommand
{
    private readonly Argument<string> finding = new("FINDING")
    {
        Description = "Id of a finding, as 'plimsoll monitor' lists it: clause@REPORTER.PARTNER.PRODUCT, of the newest period, or with /PERIOD behind it.",
    };

    private readonly Option<DirectoryInfo> output = new("--out")
    {
        Description = "Folder to write the pack into.",
        HelpName = "DIR",
        DefaultValueFactory = _ => new DirectoryInfo("."),
    };

    internal EvidenceCommand(Terminal terminal, TimeProvider time)
        : base("evidence", "Write everything that a finding was made from, as a folder and a zip that anybody can check.", terminal, time)
    {
        Arguments.Add(finding);
        Options.Add(output);
    }

    protected override int Run(ParseResult arguments, Agreement agreement, AgreementRun run, CancellationToken cancel)
    {
        var id = FindingSearch.Find(run, agreement, arguments.GetRequiredValue(finding));
        if (!id.Ok)
        {
            Terminal.Error.WriteLine(id.Fault);
            return id.Fault!.Code == "AGR-0110" ? CommandLine.Usage : CommandLine.Failure;
        }

        var file = Load(arguments);
        var said = FindingRecord.Of(Folder(arguments), file, id.Value, AsOf(arguments), Time);
        if (!said.Ok)
        {
            Terminal.Error.WriteLine(said.Fault);
            return CommandLine.Failure;
        }

        foreach (var fault in said.Value.Faults)
        {
            Terminal.Error.WriteLine(EntryText.Plain(fault.ToString()));
        }

        if (EvidencePack.Of(run, file, id.Value, said.Value.Objections, said.Value.Adoptions) is not { } pack)
        {
            Terminal.Error.WriteLine(new Fault("CLI-0021", $"{agreement.Id} has no such clause or subject. 'plimsoll monitor --json' lists the findings.", $"{id.Value.Clause}@{id.Value.Subject}"));
            return CommandLine.Failure;
        }

        var (folder, zip) = pack.WriteTo(arguments.GetRequiredValue(output));
        if (WantsJson(arguments))
        {
            WriteJson(new { Folder = folder.FullName, Zip = zip.FullName, Files = pack.Files.Keys });
        }
        else
        {
            Terminal.Out.WriteLine($"{folder.FullName}{Path.DirectorySeparatorChar}: {pack.Files.Count} files; begin with VERIFY.md.");
            Terminal.Out.WriteLine($"{zip.FullName}: the same in one file. 'plimsoll verify' checks either, on any machine.");
        }

        return CommandLine.Done;
    }
}
