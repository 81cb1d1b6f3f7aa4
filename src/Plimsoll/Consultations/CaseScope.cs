using Plimsoll.Indicators;
using Plimsoll.Trade;

namespace Plimsoll.Consultations;

/// <summary>What findings must share to belong to one case.</summary>
/// <param name="Agreement">Agreement id.</param>
/// <param name="Sector">HS chapter as <c>hs85</c>; <c>total</c> for all goods; else the product itself, in lower case.</param>
/// <param name="Pair">The two whose trade it is, in the order of the alphabet, with a point between them.</param>
public sealed record CaseScope(string Agreement, string Sector, string Pair)
{
    /// <summary>The scope of a subject. Exports of one and imports of the other have the same.</summary>
    public static CaseScope Of(string agreement, Subject subject)
    {
        var product = ProductCode.Parse(subject.Product);
        var sector = product is { Ok: true, Value.Chapter: { Length: > 0 } chapter } ? $"hs{chapter}" : subject.Product.ToLowerInvariant();
        string[] pair = [subject.Reporter, subject.Partner];
        return new CaseScope(agreement, sector, string.Join('.', pair.Order(StringComparer.Ordinal)));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Agreement}/{Sector}@{Pair}";
}
