using Plimsoll.Agreements;
using Plimsoll.Trade;

namespace Plimsoll.Host.Cli;

/// <summary>A subject in few words: whose trade with whom, in what.</summary>
internal static class SubjectText
{
    private const int LabelLength = 44;

    internal static string Write(Finding finding)
    {
        var (reporter, partner, product, _) = finding.Subject;
        return $"{reporter} – {partner}: {product}{Label(product, finding.Period.End.Year)}";
    }

    private static string Label(string product, int year)
    {
        var code = ProductCode.Parse(product);
        var label = code.Ok && code.Value.Kind == ProductKind.Cn8 ? Nomenclature.Label(code.Value, Math.Min(year, Nomenclature.LastListedYear)) : null;
        return label is null ? "" : label.Length <= LabelLength ? $" {label}" : $" {label[..LabelLength]}…";
    }
}
