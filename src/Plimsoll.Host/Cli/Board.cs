using System.Globalization;
using Plimsoll.Agreements;
using Spectre.Console;

namespace Plimsoll.Host.Cli;

/// <summary>The board in the terminal: every clause with its limits, and under it where each subject stands and on which figure.</summary>
internal static class Board
{
    // More rows of one clause than this are counted instead of listed, the worst first.
    private const int RowsPerClause = 12;

    // Zone, subject, value, period, status and what stands between them.
    private static readonly int[] Wide = [16, 52, 23, 7, 12];
    private static readonly int[] Narrow = [15, 24, 13, 7, 12];
    private const int Between = 6;

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
        if (Example(findings) is { } example)
        {
            console.WriteLine("How a colour came about, and what would change it:");
            console.WriteLine($"  plimsoll explain {example}");
        }
    }

    internal static string Word(Zone zone) => zone == Zone.NotAssessable ? "not assessable" : zone.ToString().ToLowerInvariant();

    private static Table Rows(IAnsiConsole console, Clause clause, List<Finding> own)
    {
        var table = new Table().Border(TableBorder.None).HideHeaders();
        var isWide = console.Profile.Width >= Wide.Sum() + Between;
        var widths = isWide ? Wide : Narrow;
        var spare = isWide ? 0 : console.Profile.Width - Narrow.Sum() - Between;
        table.AddColumn(new TableColumn("zone").Width(widths[0]).PadLeft(0).PadRight(1));
        table.AddColumn(new TableColumn("subject").Width(widths[1] + Math.Max(0, spare)).PadLeft(0).PadRight(1));
        table.AddColumn(new TableColumn("value").Width(widths[2]).RightAligned().PadLeft(0).PadRight(2));
        table.AddColumn(new TableColumn("period").Width(widths[3]).PadLeft(0).PadRight(1));
        table.AddColumn(new TableColumn("status").Width(widths[4]).NoWrap().PadLeft(0).PadRight(1));
        var listed = own.Where((f, i) => i < RowsPerClause && (own.Count <= RowsPerClause || f.Zone > Zone.Green)).ToList();
        foreach (var finding in listed)
        {
            table.AddRow(Cells(clause, finding, isWide ? " " : "\n"));
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

    // In a narrow window what a product is, and what was measured, stand on a line of their own.
    private static string[] Cells(Clause clause, Finding finding, string between) =>
    [
        Coloured(finding.Zone),
        Markup.Escape(FindingText.Subject(finding, between)),
        Markup.Escape(FindingText.Deciding(clause, finding, between)),
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
        foreach (var reason in findings.Where(f => f.Reason is not null).GroupBy(FindingText.Reason, StringComparer.Ordinal).Index())
        {
            if (reason.Index == 0)
            {
                console.WriteLine("Why some are not assessable:");
            }

            var clauses = reason.Item.CountBy(f => f.Clause, StringComparer.Ordinal).Select(c => $"{agreement.Clauses.First(own => own.Id == c.Key).Title}{(c.Value > 1 ? $" ({c.Value} subjects)" : "")}");
            console.MarkupLineInterpolated($"{string.Join("; ", clauses)}:");
            console.Write(new Padder(new Markup(Markup.Escape(reason.Item.Key), Style.Parse("dim")), new Padding(2, 0, 0, 0)));
        }

        if (findings.Any(f => f.Reason is not null))
        {
            console.WriteLine();
        }
    }

    private static string? Example(IReadOnlyList<Finding> findings) => findings.MaxBy(f => f.Zone)?.Id.Split('/', 2)[1];
}
