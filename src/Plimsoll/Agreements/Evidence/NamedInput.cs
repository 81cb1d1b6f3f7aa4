using Plimsoll.Trade;

namespace Plimsoll.Agreements.Evidence;

/// <summary>What an input of a reading is a sum of, read from its name: <c>imports 2024-01..2024-12</c>, <c>imports from US 2025-03</c>.</summary>
/// <param name="Sum">Name of the sum among <see cref="Computation.SidePart.Sums"/>.</param>
/// <param name="Partner">The one partner of the sum that counts; null for all.</param>
/// <param name="Window">Months that enter.</param>
internal sealed record NamedInput(string Sum, string? Partner, Period Window)
{
    private const string AllSuppliers = "imports from all suppliers";
    private const string OneSupplier = "imports from ";

    /// <summary>Null for a line that is no sum but follows from those before it, e.g. <c>change</c>.</summary>
    internal static NamedInput? Parse(string name)
    {
        var space = name.LastIndexOf(' ');
        if (space < 0 || WindowOf(name[(space + 1)..]) is not { } window)
        {
            return null;
        }

        return name[..space] switch
        {
            AllSuppliers => new NamedInput("denominator", null, window),
            var one when one.StartsWith(OneSupplier, StringComparison.Ordinal) => new NamedInput(OneSupplier.TrimEnd(), one[OneSupplier.Length..], window),
            var sum => new NamedInput(sum, null, window),
        };
    }

    private static Period? WindowOf(string text)
    {
        var ends = text.Split("..");
        var (first, last) = (Period.Parse(ends[0]), Period.Parse(ends[^1]));
        return ends.Length <= 2 && first is { Ok: true, Value.Months: 1 } && last is { Ok: true, Value.Months: 1 } && first.Value.Start <= last.Value.Start
            ? new Period(first.Value.Start, last.Value.Start.Index - first.Value.Start.Index + 1)
            : null;
    }
}
