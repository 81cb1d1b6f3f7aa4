using System.Globalization;
using Plimsoll.Agreements;
using Spectre.Console;

namespace Plimsoll.Host.Cli;

/// <summary>The board in the terminal: every clause with its limits, and under it where each subject stands and on which figure.</summary>
internal static class Board
{
    // More rows of one clause than this are counted instead of listed, the worst first.
    private const int RowsPerClause = 12;
    private const int SubjectWidth = 52;
    private static readonly int[] Widths = [16, 23, 7, 12];

    internal static void Show(Terminal terminal, Agreement agreement, IReadOnlyList<Finding> findings, DateOnly? asOf)
    {
        var console = terminal.Console;
        console.MarkupLineInterpolated($"[bold]{agreement.Title}[/]");
        console.WriteLine(agreement.Status == AgreementStatus.Illustrative
            ? "ILLUSTRATIVE – not agreed by the parties. Every threshold below was chosen to show how a clause works."
            : $"Status: {agreement.Status.ToString().ToLowerInvariant()}.");
        console.WriteLine(asOf is { } day
            ? string.Create(CultureInfo.InvariantCulture, $"As the figures were known on {day:yyyy-MM-dd}.")
            : "On the newest figures in the store.");
        foreach (var clause in agreement.Clauses)
        {
            var own = findings.Where(f => f.Clause == clause.Id).OrderByDescending(f => f.Zone).ThenBy(f => f.Id, StringComparer.Ordinal).ToList();
            console.WriteLine();
            console.MarkupLineInterpolated($"[bold]{clause.Title}[/] [dim]({clause.Id})[/]");
            foreach (var line in FindingText.Limits(clause, own.Count == 0 ? asOf : FindingText.JudgedOn(own[0])))
            {
                console.MarkupLineInterpolated($"[dim]{line}[/]");
            }

            console.Write(Rows(console, clause, own));
        }

        console.WriteLine();
        ShowReasons(console, agreement, findings);
        console.WriteLine($"'plimsoll explain CLAUSE@REPORTER.PARTNER.PRODUCT/PERIOD' shows how a colour came about, e.g. plimsoll explain {Example(findings)}");
    }

    internal static string Word(Zone zone) => zone == Zone.NotAssessable ? "not assessable" : zone.ToString().ToLowerInvariant();

    private static Table Rows(IAnsiConsole console, Clause clause, List<Finding> own)
    {
        var table = new Table().Border(TableBorder.None).HideHeaders();
        var subject = Math.Clamp(console.Profile.Width - Widths.Sum() - (2 * Widths.Length) - 4, 14, SubjectWidth);
        table.AddColumn(new TableColumn("zone").Width(Widths[0]));
        table.AddColumn(new TableColumn("subject").Width(subject));
        table.AddColumn(new TableColumn("value").Width(Widths[1]).RightAligned().PadRight(2));
        table.AddColumn(new TableColumn("period").Width(Widths[2]));
        table.AddColumn(new TableColumn("status").Width(Widths[3]).NoWrap());
        var listed = own.Where((f, i) => i < RowsPerClause && (own.Count <= RowsPerClause || f.Zone > Zone.Green)).ToList();
        foreach (var finding in listed)
        {
            table.AddRow(Cells(clause, finding));
        }

        if (listed.Count == 0 && own.Count > 0 && own.TrueForAll(f => f.Zone == own[0].Zone))
        {
            table.AddRow(Coloured(own[0].Zone), $"{own.Count} subjects", "", own[0].Period.ToString(), own[0].Status.ToString().ToLowerInvariant());
        }
        else if (own.Count > listed.Count)
        {
            var rest = own.Except(listed).CountBy(f => f.Zone).OrderByDescending(z => z.Key).Select(z => $"{z.Value} {Word(z.Key)}");
            table.AddRow("", $"[dim]{(listed.Count > 0 ? "and " : "")}{string.Join(", ", rest)}[/]", "", "", "");
        }
        else if (own.Count == 0)
        {
            table.AddRow("[dim] not assessable [/]", $"[dim]no product of '{Markup.Escape(clause.Applies.Source)}' is known[/]", "–", "", "");
        }

        return table;
    }

    private static string[] Cells(Clause clause, Finding finding) =>
    [
        Coloured(finding.Zone),
        Markup.Escape(FindingText.Subject(finding)),
        Markup.Escape(FindingText.Deciding(clause, finding)),
        finding.Period.ToString(),
        finding.Status.ToString().ToLowerInvariant(),
    ];

    // The word always stands beside the colour: a colour alone says nothing to many readers.
    private static string Coloured(Zone zone) => zone switch
    {
        Zone.Red => "[white on red] red [/]",
        Zone.Amber => "[black on yellow] amber [/]",
        Zone.Pending or Zone.Recovering => $"[yellow] {Word(zone)} [/]",
        Zone.Green => "[green] green [/]",
        _ => "[dim] not assessable [/]",
    };

    private static void ShowReasons(IAnsiConsole console, Agreement agreement, IReadOnlyList<Finding> findings)
    {
        foreach (var reason in findings.Where(f => f.Reason is not null).GroupBy(f => (f.Clause, f.Reason!.Message)))
        {
            var title = agreement.Clauses.First(c => c.Id == reason.Key.Clause).Title;
            var count = reason.Count();
            console.MarkupLineInterpolated($"[dim]{title}{(count > 1 ? $" ({count} subjects)" : "")}: not assessable. {reason.First().Reason!.ToString()}[/]");
        }
    }

    private static string Example(IReadOnlyList<Finding> findings) => findings.Count == 0 ? "" : findings.MaxBy(f => f.Zone)!.Id.Split('/', 2)[1];
}
