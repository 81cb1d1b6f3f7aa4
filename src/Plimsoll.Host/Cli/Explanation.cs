using System.Globalization;
using Plimsoll.Agreements;
using Plimsoll.Agreements.Terms;
using Plimsoll.Indicators;
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
        WhatWouldChange = WhatWouldChange.Of(Clause, Finding),
    };

    internal void Show(Terminal terminal)
    {
        var console = terminal.Console;
        ShowClause(terminal);
        ShowReadings(console);
        ChangeText.Show(console, Clause, Finding);
        ShowHistory(console);
        ShowVintages(console);
        ShowSources(terminal);
    }

    private void ShowClause(Terminal terminal)
    {
        var console = terminal.Console;
        console.MarkupLineInterpolated($"[bold]{Board.Word(Finding.Zone)}[/] {Finding.Id}");
        console.MarkupLineInterpolated($"Status: {Finding.Status.ToString().ToLowerInvariant()}. {Agreement.Note}");
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]Clause[/] {Clause.Title}");
        console.WriteLine(Clause.Text);
        console.MarkupLineInterpolated($"[dim]{Clause.Reference.Title}, {Day(Clause.Reference.Date)}:[/]");

        // An address that is broken in two cannot be followed: the terminal wraps it, and we do not.
        terminal.Out.WriteLine(Clause.Reference.Link);
        console.WriteLine();
        console.MarkupLineInterpolated($"Whose figures count: {Figures()}. Limits apply from {Day(Finding.Thresholds.EffectiveFrom)}.");
        if (Clause.Persistence is { N: > 1 } lasting)
        {
            console.WriteLine($"A colour is entered, and left, when {lasting.K} of the last {lasting.N} periods say so.");
        }

        if (Finding.Reason is { } reason)
        {
            console.MarkupLineInterpolated($"Not assessable: {(Finding.Readings.Any(r => r.Reason is not null) ? $"{reason.Code}, a value is missing that the clause needs; the reason stands below it." : reason.ToString())}");
        }
    }

    private string Figures() => Clause.Basis switch
    {
        Basis.Reporter => $"the reporter's ({Finding.Subject.Reporter})",
        Basis.Counterpart => $"the partner's ({Finding.Subject.Partner})",
        Basis.Both => $"those of both ({Finding.Subject.Reporter} and {Finding.Subject.Partner}); both must cross",
        _ => $"those of either ({Finding.Subject.Reporter} or {Finding.Subject.Partner}); one that crosses is enough",
    };

    private void ShowReadings(IAnsiConsole console)
    {
        var parts = Clause.Condition is Combination all ? all : new Combination(1, [Clause.Condition]);
        if (parts.Parts.Count > 1)
        {
            console.WriteLine();
            console.WriteLine(parts.K == parts.Parts.Count ? "All of these must cross their limits:"
                : parts.K == 1 ? "One of these that crosses its limit is enough:"
                : $"{parts.K} of these {parts.Parts.Count} must cross their limits:");
        }

        foreach (var reading in Finding.Readings)
        {
            console.WriteLine();
            console.MarkupLineInterpolated($"[bold]{FindingText.Measure(reading.Indicator)}: {Amount.Apart(reading.Value, reading.Unit, LimitsOf(reading))}[/]");
            console.MarkupLineInterpolated($"  [dim]{(reading.Valuation.Length > 0 ? $"figures: {reading.Valuation}; " : "")}method: {reading.Indicator}[/]");
            ShowLimits(console, reading);
            foreach (var input in reading.Inputs)
            {
                console.MarkupLineInterpolated($"  {input.Name}: {(input.Value is { } amount ? $"{amount.ToString("#,0.###############", CultureInfo.InvariantCulture)} {input.Unit}" : "no figure")}");
            }

            if (reading.Reason is { } reason)
            {
                console.MarkupLineInterpolated($"  {reason.ToString()}");
            }
        }
    }

    private IEnumerable<(Comparator Comparator, string Level, decimal? At)> Levels(Reading reading)
    {
        var values = Finding.Readings.DistinctBy(r => r.Indicator.Split('/')[0], StringComparer.Ordinal).ToDictionary(r => r.Indicator.Split('/')[0], r => r.Value, StringComparer.Ordinal);
        var day = FindingText.JudgedOn(Finding);
        return from threshold in Clause.Condition.Thresholds
               where threshold.Indicator == reading.Indicator.Split('/')[0]
               from named in threshold.On(day)?.Named ?? []
               where named.Level is "amber" or "red"
               select (threshold.Comparator, named.Level, named.Limit.At(values));
    }

    private IEnumerable<decimal> LimitsOf(Reading reading) => Levels(reading).Select(level => level.At).OfType<decimal>();

    // Each reading is held against its own limits, so that a reader sees which of them decided.
    private void ShowLimits(IAnsiConsole console, Reading reading)
    {
        foreach (var (comparator, level, at) in Levels(reading))
        {
            console.MarkupLineInterpolated($"  {level} {comparator.Symbol()} {Amount.Write(at, reading.Unit)}: {Verdict(comparator, reading.Value, at)}");
        }

        if (Clause.Materiality is { } floor && floor.Indicator == reading.Indicator.Split('/')[0])
        {
            var counts = reading.Value is { } value && floor.Comparator.IsCrossed(value, floor.Value);
            console.MarkupLineInterpolated($"  counts from {floor.Comparator.Symbol()} {Amount.Write(floor.Value, reading.Unit)}: {(reading.Value is null ? "unknown" : counts ? "large enough to count" : "too small to count, whatever the limits say")}");
        }
    }

    private static string Verdict(Comparator comparator, decimal? value, decimal? limit) =>
        value is not { } number || limit is not { } at ? "unknown" : comparator.IsCrossed(number, at) ? "crossed" : "not crossed";

    private void ShowHistory(IAnsiConsole console)
    {
        console.WriteLine();
        console.MarkupLine("[bold]This period and those before[/]");
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

        if (Vintages.Select(f => f.Zone).Where(zone => zone != Zone.NotAssessable).Distinct().Count() > 1)
        {
            console.WriteLine("  The colour changed because the source revised its figures, not because time passed.");
        }
    }

    private void ShowSources(Terminal terminal)
    {
        var console = terminal.Console;
        console.WriteLine();
        console.MarkupLine($"[bold]Releases that were read for this clause and subject, all periods[/]{(Releases.Count == 0 ? ": none" : "")}");
        foreach (var release in Releases)
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  {release.Id}  {release.Source} {release.Dataset}, {release.FileName}, published {release.PublishedAt:yyyy-MM-dd}");
            terminal.Out.WriteLine($"    sha256 {release.Sha256}");
        }

        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]Rows[/]: {(Rows.Count == 0 ? "none" : Rows.Count)}{(Rows.Count > RowsShown ? $", the last {RowsShown} shown; --json has them all" : "")}");
        foreach (var row in Rows.TakeLast(RowsShown))
        {
            var mass = row.QuantityKg is { } kilograms ? string.Create(CultureInfo.InvariantCulture, $", {kilograms:#,0.###} kg") : "";
            var flags = row.Flags.Length > 0 ? $" (flag {row.Flags})" : "";
            console.MarkupLineInterpolated(
                $"  {row.Reporter} – {row.Partner} {row.Product} {row.Flow.ToString().ToLowerInvariant()} {row.Period.ToString()}: {row.Value?.ToString("#,0.###", CultureInfo.InvariantCulture) ?? "no value"} {row.Currency}{mass}{flags}");
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static decimal? ValueOf(Finding finding) => finding.Readings is [var first, ..] ? first.Value : null;

    // Where a clause has several conditions, another of them may decide in another period.
    private string Leading(Finding finding) => finding.Readings is [var first, ..]
        ? Amount.Write(first.Value, first.Unit) + (Finding.Readings is [var now, ..] && now.Indicator == first.Indicator ? "" : $"  {FindingText.Measure(first.Indicator)}")
        : "";
}
