using System.Globalization;
using Plimsoll.Store.Query;
using Plimsoll.Trade;

namespace Plimsoll.Host.Query;

/// <summary>What a reader has to know about an answer before using it, beside the flags in its rows.</summary>
internal static class QueryNotes
{
    internal static IEnumerable<Fault> Of(IReadOnlyList<QueryRow> rows, TradeQuery query)
    {
        var stored = rows.Where(r => r.Flags.EndsWith("stored", StringComparison.Ordinal)).ToList();
        string?[] sums =
        [
            Sum("reporter", query.Reporters.Count == 0, stored.Where(r => r.Reporter == "*").Select(r => r.Reporters)),
            Sum("partner", query.Partners.Count == 0, stored.Where(r => r.Partner == "*").Select(r => r.Partners)),
            Sum("product", query.Products.Count == 0, stored.Where(r => r.Product == "*").Select(r => r.Products)),
        ];
        if (string.Join("; ", sums.Where(s => s is not null)) is { Length: > 0 } text)
        {
            yield return new Fault("CLI-0018", $"A '*' is the sum of what the store holds, not of everything there is. Its rows are sums over {text}. Name them, or ask for what the source publishes as a whole (WORLD, EU27_2020, TOTAL).");
        }

        if (rows.Count(r => r.Flags.StartsWith("partial", StringComparison.Ordinal)) is > 0 and var partial)
        {
            yield return new Fault("CLI-0019", string.Create(CultureInfo.InvariantCulture, $"{partial} of {rows.Count} sums are not all there and have no value, flagged partial: a period or a country of them is not published, was not asked for with --from and --to, or is not in the store."));
        }
    }

    private static string? Sum(string dimension, bool everything, IEnumerable<long> counts)
    {
        var (least, most) = counts.Aggregate((Least: long.MaxValue, Most: 0L), (range, count) => (Math.Min(range.Least, count), Math.Max(range.Most, count)));
        return !everything || most == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{(least == most ? $"{most}" : $"{least} to {most}")} {dimension}{(most == 1 ? "" : "s")}");
    }
}
