namespace Plimsoll.Trade;

/// <summary>What a reader of a family must know before comparing years.</summary>
internal static class FamilyWarnings
{
    private static readonly Lazy<ILookup<int, int>> Unrelated = new(() => Nomenclature.BeginningsAndEndings()
        .Where(item => !CnRelations.After(item.Code, item.Year).Concat(CnRelations.Before(item.Code, item.Year + 1)).Any())
        .OrderBy(item => item.Code)
        .ToLookup(item => item.Year, item => item.Code));

    internal static IReadOnlyList<Fault> Of(ProductFamily family) => [.. Headings(family), .. CarriedOver(family), .. Neighbours(family)];

    private static IEnumerable<Fault> Headings(ProductFamily family)
    {
        var headings = family.AllCodes.Select(code => code.Text[..4]).Distinct(StringComparer.Ordinal).ToArray();
        if (headings.Length > 1)
        {
            yield return new(
                "TRD-0013",
                $"The family spans {headings.Length} headings of the Harmonized System: it is wider than the product asked for.",
                string.Join(' ', headings));
        }
    }

    private static IEnumerable<Fault> CarriedOver(ProductFamily family)
    {
        if (family.FromYear <= CnRelations.LastYear && family.ToYear > CnRelations.LastYear)
        {
            yield return new("TRD-0014", $"The relations from {CnRelations.LastYear} to {CnRelations.LastYear + 1} are not bundled: codes in both lists are taken as unchanged.");
        }
    }

    private static IEnumerable<Fault> Neighbours(ProductFamily family)
    {
        var subheadings = family.AllCodes.Select(code => Nomenclature.Number(code) / 100).ToHashSet();
        for (var year = family.FromYear; year < family.ToYear; year++)
        {
            var near = Unrelated.Value[year].Where(code => subheadings.Contains(code / 100)).Select(Nomenclature.ToCode).ToArray();
            if (near.Length > 0)
            {
                yield return new(
                    "TRD-0015",
                    $"Codes of the same subheading began or ended between {year} and {year + 1} without a published relation: trade may have moved.",
                    string.Join(' ', near));
            }
        }
    }
}
