using Plimsoll.Agreements.Evidence;
using Plimsoll.Agreements.Run;
using Plimsoll.Store;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Verifying;

/// <summary>Whether the cells of a computation are those of the finding's subject: its countries, its goods, its direction, its source.</summary>
internal static class SideCheck
{
    // The family of a code hangs on the newest year of the source, which may lie after the finding.
    private const int YearsAfter = 3;

    /// <summary>One fault <c>EVI-0005</c> for each sum of something else.</summary>
    internal static IEnumerable<Fault> Of(Clause clause, FindingSheet finding, Computation computation)
    {
        foreach (var side in computation.Sides)
        {
            if (side.Source != ClauseContext.SourceOf(clause, side.Figures))
            {
                yield return Wrong(side, "source");
            }

            if (!AreGoods(side.Products, finding))
            {
                yield return Wrong(side, "products");
            }

            foreach (var sum in side.Sums.Where(sum => !IsOf(sum, side.Figures, finding)))
            {
                yield return Wrong(side, sum.Name);
            }
        }
    }

    private static bool AreGoods(IReadOnlyList<string> products, FindingSheet finding)
    {
        var product = finding.Subject.Product;
        var families = Enumerable.Range(finding.Period.End.Year, YearsAfter).Select(year => Families.Of(product, year)?.AllCodes.Select(c => c.Text) ?? [product]);
        return families.Append([product]).Any(family => family.SequenceEqual(products, StringComparer.Ordinal));
    }

    private static bool IsOf(SumCells sum, Figures figures, FindingSheet finding)
    {
        var subject = finding.Subject;
        var own = figures == Figures.Reporter;
        var (reporter, partner) = own ? (subject.Reporter, subject.Partner) : (subject.Partner, subject.Reporter);
        var side = subject.Flow == Flow.Export ? "exports" : "imports";
        var direction = sum.Name switch
        {
            "imports" or "exports" => sum.Name,
            "published balance" => "",
            _ => side,
        };
        Flow flow = direction switch
        {
            "" => Flow.Balance,
            "imports" => own ? Flow.Import : Flow.Export,
            _ => own ? Flow.Export : Flow.Import,
        };
        var isOfPartner = sum.Name is "imports" or "exports" or "published balance" or "quantity";
        var measure = sum.Name == "quantity" ? sum.Measure != Measure.Value : sum.Measure == Measure.Value;
        return sum.Flow == flow && measure && AreOf(sum.Reporters, reporter) && (!isOfPartner || AreOf(sum.Partners, partner));
    }

    // All members of a group, or the group as it was published.
    private static bool AreOf(IReadOnlyList<string> codes, string country)
    {
        var code = Country.Parse(country);
        var members = code.Ok && CountryGroup.Find(code.Value) is { } group ? GroupMembers.Of(code.Value, _ => true).Select(m => m.Code).Concat(group.MembersAt(Month.Of(2025, 1)).Select(m => m.Code)) : [];
        return codes.SequenceEqual([country], StringComparer.Ordinal) || (codes.Count > 0 && codes.ToHashSet(StringComparer.Ordinal).SetEquals(members));
    }

    private static Fault Wrong(Computation.SidePart side, string what) =>
        new("EVI-0005", "The computation reads cells that are not the subject's.", $"{side.Source} {what}");
}
