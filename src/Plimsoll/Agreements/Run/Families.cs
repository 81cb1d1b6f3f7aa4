using System.Collections.Concurrent;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Run;

/// <summary>The families that growth rates are computed on: codes change every January, and a split code has no year before.</summary>
internal static class Families
{
    // Two windows of twelve months and two years of history.
    private const int Years = 4;
    private static readonly ConcurrentDictionary<(string Code, int Year), ProductFamily?> Known = new();

    /// <summary>The family of a code over the four years to <paramref name="lastYear"/>; null for codes that have none.</summary>
    internal static ProductFamily? Of(string code, int lastYear) => Known.GetOrAdd((code, lastYear), static key => Find(key.Code, key.Year));

    private static ProductFamily? Find(string code, int lastYear)
    {
        var product = ProductCode.Parse(code);
        if (!product.Ok || product.Value.Kind != ProductKind.Cn8)
        {
            return null;
        }

        var last = Math.Min(lastYear, Nomenclature.LastListedYear);
        var family = ProductFamily.Of(product.Value, last - Years + 1, last);
        return family.Ok ? family.Value : null;
    }
}
