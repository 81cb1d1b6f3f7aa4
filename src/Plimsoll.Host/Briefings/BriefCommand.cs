using System.CommandLine;
using System.Globalization;
using Plimsoll.Agreements.Sealing;
using Plimsoll.Consultations;
using Plimsoll.Host.Cases;
using Plimsoll.Host.Cli;
using Plimsoll.Host.Languages;
using Plimsoll.Host.Web;
using Plimsoll.Trade;

namespace Plimsoll.Host.Briefings;

/// <summary><c>plimsoll brief</c></summary>
internal sealed class BriefCommand : BookCommand
{
    private readonly Option<string> agreement = new("--agreement") { Description = "Name of a bundled agreement, or a file.", HelpName = "NAME|FILE", DefaultValueFactory = _ => Bundled.DefaultAgreement };
    private readonly Option<string?> month = new("--month") { Description = "Month YYYY-MM, on the figures known on its last day (default: the last month that is over).", HelpName = "MONTH" };
    private readonly Option<string> language = new("--lang") { Description = "Language.", HelpName = "LANG", DefaultValueFactory = _ => "en" };
    private readonly Option<bool> html = new("--html") { Description = "Write one HTML file (default)." };
    private readonly Option<bool> pdf = new("--pdf") { Description = "Write a PDF through Chromium; where there is none, the HTML file, and say so." };
    private readonly Option<bool> docx = new("--docx") { Description = "Write a document for word processors." };
    private readonly Option<FileInfo?> output = new("--out") { Description = "File to write (default: briefing-MONTH-LANG in the working directory).", HelpName = "FILE" };

    internal BriefCommand(Terminal terminal, TimeProvider time)
        : base("brief", "Write two pages on a month: what crossed, what changed, why it may be wrong, what is due.", terminal, time)
    {
        language.AcceptOnlyFromAmong([.. Language.All.Select(l => l.Code)]);
        foreach (var option in new Option[] { agreement, month, language, html, pdf, docx, output })
        {
            Options.Add(option);
        }

        Validators.Add(result =>
        {
            if (new[] { html, pdf, docx }.Count(result.GetValue) > 1)
            {
                result.AddError("Choose one of --html, --pdf and --docx.");
            }

            if (result.GetValue(month) is { } text && Period.Parse(text) is not { Ok: true, Value.Months: 1 })
            {
                result.AddError($"--month {text}: write a month as YYYY-MM.");
            }
        });
    }

    protected override int Run(ParseResult arguments, JointRecord record)
    {
        var file = Bundled.Load(arguments.GetRequiredValue(agreement));
        if (file.Agreement is not { } read)
        {
            Bundled.WriteFaults(Terminal, file);
            return CommandLine.Failure;
        }

        var wanted = arguments.GetValue(month) is { } text ? Period.Parse(text).Value.Start : Month.Of(Today).Plus(-1);
        if (wanted.FirstDay > Today)
        {
            return Refuse(new Fault("CLI-0041", "The month has not begun: nothing is known of it. Choose an earlier --month.", wanted.ToString()));
        }

        var book = CaseBook.Fold(record.Entries, new CaseTerms(), record.Origin);
        var due = book.Cases.Where(c => c.IsOpen).SelectMany(c => c.Deadlines.Where(d => d.MetOn is null).Select(d => (c.Id, d))).ToList();
        var briefing = Briefing.Of(new Stands(Store(arguments), read, Time), wanted, due, Language.Find(arguments.GetRequiredValue(language))!);
        if (WantsJson(arguments))
        {
            WriteJson(new { briefing.Title, Month = wanted.ToString(), briefing.Language.Code, briefing.Lead, Sections = briefing.Sections.Select(s => new { s.Heading, Lines = s.Lines.Select(l => new { l.Text, Zone = l.Zone is { } zone ? FindingDocument.Word(zone) : null, l.Finding }) }), briefing.Check });
            return CommandLine.Done;
        }

        WriteAsync(arguments, briefing, wanted).GetAwaiter().GetResult();
        return CommandLine.Done;
    }

    private async Task WriteAsync(ParseResult arguments, Briefing briefing, Month wanted)
    {
        var isPdf = arguments.GetValue(pdf) && Chromium.Program is not null;
        var suffix = isPdf ? "pdf" : arguments.GetValue(docx) ? "docx" : "html";
        var file = arguments.GetValue(output) ?? new FileInfo(string.Create(CultureInfo.InvariantCulture, $"briefing-{wanted}-{briefing.Language.Code}.{suffix}"));
        if (arguments.GetValue(pdf) && !isPdf)
        {
            await Terminal.Error.WriteLineAsync("There is no Chromium on this machine: the briefing is written as HTML, which prints the same.");
        }

        try
        {
            switch (suffix)
            {
                case "docx":
                    BriefingDocx.Write(briefing, file);
                    break;
                case "pdf":
                    await Chromium.PrintAsync(await BriefingHtml.WriteAsync(briefing), file, CancellationToken.None);
                    break;
                default:
                    await File.WriteAllTextAsync(file.FullName, await BriefingHtml.WriteAsync(briefing));
                    break;
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new OutsideException("CLI-0042", $"Cannot write {file.FullName}: {refused.Message}", retriable: false, refused);
        }

        await Terminal.Out.WriteLineAsync(file.FullName);
    }
}
