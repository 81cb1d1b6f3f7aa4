using Plimsoll.Agreements;
using Spectre.Console;

namespace Plimsoll.Host.Cli;

/// <summary>What would begin or end each colour of a finding, in words.</summary>
internal static class ChangeText
{
    internal static void Show(IAnsiConsole console, Clause clause, Finding finding)
    {
        var changes = WhatWouldChange.Of(clause, finding);
        if (changes.Count == 0)
        {
            return;
        }

        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]What would change the colour[/]{(clause.Persistence.N > 1 ? $", if it lasts for {clause.Persistence.K} of {clause.Persistence.N} periods" : "")}");
        foreach (var change in changes)
        {
            if (change.Changes is [var only])
            {
                console.MarkupLineInterpolated($"  {Verb(change)} with {Words(clause, only)}");
                continue;
            }

            console.WriteLine($"  {Verb(change)} with {Choice(change)}:");
            foreach (var distance in change.Changes)
            {
                console.MarkupLineInterpolated($"    {Words(clause, distance)}");
            }
        }
    }

    private static string Verb(ColourChange change) => (change.Held, change.Ends) switch
    {
        (true, true) => $"{change.Level} ends",
        (true, false) => $"{change.Level} goes on",
        (false, true) => $"{change.Level}, pending, is averted",
        _ => $"{change.Level} begins",
    };

    private static string Choice(ColourChange change) =>
        change.OtherWays ? $"these {change.Needed} together, the nearest of several ways"
        : change.Needed == 1 ? "any one of these"
        : change.Needed == change.Changes.Count ? "all of these together"
        : $"any {change.Needed} of these {change.Changes.Count} together";

    private static string Words(Clause clause, Distance distance)
    {
        var side = !distance.MustPass ? "at" : distance.Change > 0 ? "above" : distance.Change < 0 ? "below" : "past";
        var share = distance.Share is { } part && distance.Unit is not "ratio" ? $" ({Amount.Write(Math.Abs(part), "ratio")} of it)" : "";
        var figures = clause.Sides.Count > 1 ? $" ({distance.Valuation})" : "";
        return $"{FindingText.Measure(distance.Indicator)}{figures} {side} {Amount.Write(distance.At, distance.Unit)}: {Amount.Change(distance.Change, distance.Unit)}{share}";
    }
}
