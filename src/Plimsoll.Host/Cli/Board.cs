using System.Globalization;
using Plimsoll.Agreements;
using Spectre.Console;

namespace Plimsoll.Host.Cli;

/// <summary>The board in the terminal: every clause, where it stands and on which figures.</summary>
internal static class Board
{
    // More rows of one clause than this are counted instead of listed, the worst first.
    private const int RowsPerClause = 12;

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
        console.Write(Rows(agreement, findings));
        ShowReasons(console, findings);
        console.WriteLine($"'plimsoll explain FINDING' shows how a colour came about, e.g. plimsoll explain {Example(findings)}");
    }

    internal static string Word(Zone zone) => zone == Zone.NotAssessable ? "not assessable" : zone.ToString().ToLowerInvariant();

    private static Table Rows(Agreement agreement, IReadOnlyList<Finding> findings)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns("zone", "subject", "measure", "period");
        foreach (var column in new[] { "value", "amber", "red" })
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        table.AddColumn("status");
        foreach (var clause in agreement.Clauses)
        {
            table.AddRow("", $"[bold]{Markup.Escape(clause.Title)}[/]", "", "", "", "", "", "");
            var own = findings.Where(f => f.Clause == clause.Id).OrderByDescending(f => f.Zone).ThenBy(f => f.Id, StringComparer.Ordinal).ToList();
            var listed = own.Where((f, i) => i < RowsPerClause && (own.Count <= RowsPerClause || f.Zone > Zone.Green)).ToList();
            foreach (var finding in listed)
            {
                table.AddRow(Cells(clause, finding));
            }

            if (own.Count > listed.Count)
            {
                var rest = own.Except(listed).CountBy(f => f.Zone).OrderByDescending(z => z.Key).Select(z => $"{z.Value} {Word(z.Key)}");
                table.AddRow("", $"[dim]and {string.Join(", ", rest)}[/]", "", "", "", "", "", "");
            }
        }

        return table;
    }

    private static string[] Cells(Clause clause, Finding finding)
    {
        var reading = finding.Readings is [var first, ..] ? first : null;
        var unit = reading?.Unit is { Length: > 0 } known ? known : clause.Condition.Thresholds[0].Unit;
        var comparator = finding.Thresholds.Comparator;
        return
        [
            Coloured(finding.Zone),
            Markup.Escape(SubjectText.Write(finding)),
            Markup.Escape(reading?.Indicator.Split('/')[0] ?? ""),
            finding.Period.ToString(),
            Markup.Escape(Amount.Write(reading?.Value, unit)),
            finding.Thresholds.Amber is { } amber ? Markup.Escape($"{comparator} {Amount.Write(amber, unit)}") : "",
            finding.Thresholds.Red is { } red ? Markup.Escape($"{comparator} {Amount.Write(red, unit)}") : "",
            finding.Status.ToString().ToLowerInvariant(),
        ];
    }

    // The word always stands beside the colour: a colour alone says nothing to many readers.
    private static string Coloured(Zone zone) => zone switch
    {
        Zone.Red => "[white on red] red [/]",
        Zone.Amber => "[black on yellow] amber [/]",
        Zone.Pending or Zone.Recovering => $"[yellow]{Word(zone)}[/]",
        Zone.Green => "[green]green[/]",
        _ => "[dim]not assessable[/]",
    };

    private static void ShowReasons(IAnsiConsole console, IReadOnlyList<Finding> findings)
    {
        var reasons = findings.Where(f => f.Reason is not null).GroupBy(f => (f.Clause, f.Reason!.Message));
        foreach (var reason in reasons)
        {
            var count = reason.Count();
            console.MarkupLineInterpolated($"[dim]{reason.Key.Clause}{(count > 1 ? $" ({count})" : "")}: not assessable. {reason.First().Reason!.ToString()}[/]");
        }
    }

    private static string Example(IReadOnlyList<Finding> findings) => findings.Count == 0 ? "" : findings.MaxBy(f => f.Zone)!.Id;
}
