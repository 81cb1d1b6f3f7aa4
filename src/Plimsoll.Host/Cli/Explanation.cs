using System.Globalization;
using Plimsoll.Agreements;
using Plimsoll.Sources;
using Plimsoll.Store.Query;
using Spectre.Console;

namespace Plimsoll.Host.Cli;

/// <summary>How one finding came about, for people and as JSON.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Finding">The finding.</param>
/// <param name="History">The same clause and subject in the periods before, oldest first.</param>
/// <param name="Releases">The releases that entered.</param>
/// <param name="Vintages">The same finding on the figures known on each day on which they changed.</param>
/// <param name="Rows">The rows that entered, as the SQL door gives them.</param>
/// <param name="Agreement">The agreement.</param>
internal sealed record Explanation(
    Agreement Agreement,
    Clause Clause,
    Finding Finding,
    IReadOnlyList<Finding> History,
    IReadOnlyList<Release> Releases,
    IReadOnlyList<Finding> Vintages,
    IReadOnlyList<QueryRow> Rows)
{
    private const int PeriodsShown = 13;
    private const int RowsShown = 24;

    internal object Document() => new
    {
        Finding = FindingDocument.Of(Finding),
        Agreement = new { Agreement.Id, Agreement.Title, Agreement.Note, Agreement.Version },
        Clause = new
        {
            Clause.Id,
            Clause.Title,
            Clause.Text,
            Reference = new { Clause.Reference.Title, Clause.Reference.Article, Link = Clause.Reference.Link.ToString(), Date = Day(Clause.Reference.Date) },
        },
        History = History.Select(f => new { Period = f.Period.ToString(), Zone = FindingDocument.Word(f.Zone), Value = ValueOf(f) }),
        Vintages = Vintages.Select(f => new { AsOf = Day(f.AsOf!.Value), Zone = FindingDocument.Word(f.Zone), Value = ValueOf(f), f.Releases }),
        Releases = Releases.Select(r => new { r.Id, r.Source, r.Dataset, r.FileName, r.Sha256, r.PublishedAt, r.Parser }),
        Rows = Rows.Select(r => new { r.Reporter, r.Partner, r.Product, Flow = r.Flow.ToString().ToLowerInvariant(), Period = r.Period.ToString(), r.Value, r.Currency, r.QuantityKg, r.Flags }),
        WhatWouldChange = WhatWouldChange.Of(Finding),
    };

    internal void Show(Terminal terminal)
    {
        var console = terminal.Console;
        ShowClause(console);
        ShowReadings(console);
        ShowHistory(console);
        ShowVintages(console);
        ShowSources(console);
        ShowDistance(console);
    }

    private void ShowClause(IAnsiConsole console)
    {
        console.MarkupLineInterpolated($"[bold]{Board.Word(Finding.Zone)}[/] {Finding.Id}");
        console.MarkupLineInterpolated($"Status {Finding.Status.ToString().ToLowerInvariant()}. {Agreement.Note}");
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]Clause[/] {Clause.Title}");
        console.WriteLine(Clause.Text);
        console.MarkupLineInterpolated($"[dim]{Clause.Reference.Title}, {Day(Clause.Reference.Date)}, {Clause.Reference.Link}[/]");
        var limits = Finding.Thresholds;
        var unit = Finding.Readings is [var first, ..] ? first.Unit : "";
        console.MarkupLineInterpolated(
            $"Limits from {Day(limits.EffectiveFrom)}: amber {limits.Comparator} {Amount.Write(limits.Amber, unit)}, red {limits.Comparator} {Amount.Write(limits.Red, unit)}. Figures: {Finding.Basis}.");
        if (Finding.Reason is { } reason)
        {
            console.MarkupLineInterpolated($"Not assessable: {reason.ToString()}");
        }
    }

    private void ShowReadings(IAnsiConsole console)
    {
        foreach (var reading in Finding.Readings)
        {
            console.WriteLine();
            console.MarkupLineInterpolated($"[bold]{reading.Indicator}[/] {Amount.Write(reading.Value, reading.Unit)} {reading.Valuation}");
            foreach (var input in reading.Inputs)
            {
                console.MarkupLineInterpolated($"  {input.Name}: {input.Value?.ToString("#,0.###############", CultureInfo.InvariantCulture) ?? "none"} {input.Unit}");
            }

            if (reading.Reason is { } reason)
            {
                console.MarkupLineInterpolated($"  {reason.ToString()}");
            }
        }
    }

    private void ShowHistory(IAnsiConsole console)
    {
        console.WriteLine();
        console.MarkupLine("[bold]Periods before[/]");
        foreach (var finding in History.TakeLast(PeriodsShown))
        {
            console.MarkupLineInterpolated($"  {finding.Period.ToString()}  {Board.Word(finding.Zone),-14}  {Leading(finding)}");
        }
    }

    private void ShowVintages(IAnsiConsole console)
    {
        if (Vintages.Count == 0)
        {
            return;
        }

        console.WriteLine();
        console.MarkupLine("[bold]The same period on the figures known then[/]");
        foreach (var finding in Vintages)
        {
            console.MarkupLineInterpolated($"  {Day(finding.AsOf!.Value)}  {Board.Word(finding.Zone),-14}  {Leading(finding)}");
        }

        if (Vintages.Select(f => f.Zone).Distinct().Count() > 1)
        {
            console.WriteLine("  The colour changed because the source revised its figures, not because time passed.");
        }
    }

    private void ShowSources(IAnsiConsole console)
    {
        console.WriteLine();
        console.MarkupLine("[bold]Releases[/]");
        foreach (var release in Releases)
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  {release.Id}  {release.Source} {release.Dataset}, {release.FileName}, published {release.PublishedAt:yyyy-MM-dd}, sha256 {release.Sha256}");
        }

        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]Rows[/] {Rows.Count}{(Rows.Count > RowsShown ? $", the last {RowsShown} shown; --json has them all" : "")}");
        foreach (var row in Rows.TakeLast(RowsShown))
        {
            console.MarkupLineInterpolated(
                $"  {row.Reporter} {row.Partner} {row.Product} {row.Flow.ToString().ToLowerInvariant()} {row.Period.ToString()}: {row.Value?.ToString("#,0.###", CultureInfo.InvariantCulture) ?? "–"} {row.Currency}, {row.QuantityKg?.ToString("#,0.###", CultureInfo.InvariantCulture) ?? "–"} kg {row.Flags}");
        }
    }

    private void ShowDistance(IAnsiConsole console)
    {
        console.WriteLine();
        console.MarkupLine("[bold]What would change the colour[/]");
        var unit = Finding.Readings is [var first, ..] ? first.Unit : "";
        foreach (var distance in WhatWouldChange.Of(Finding))
        {
            var share = distance.Share is { } part ? $" ({Amount.Write(part, "ratio")} of the value)" : "";
            console.MarkupLineInterpolated(
                $"  {distance.Limit.Replace('_', ' ')} at {Amount.Write(distance.At, unit)}: {(distance.MustPass ? "more than " : "")}{Amount.Write(distance.Change, unit)}{share}");
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static decimal? ValueOf(Finding finding) => finding.Readings is [var first, ..] ? first.Value : null;

    private static string Leading(Finding finding) => finding.Readings is [var first, ..] ? Amount.Write(first.Value, first.Unit) : "";
}
