using System.Globalization;
using Plimsoll.Agreements;
using Plimsoll.Host.Cli;

namespace Plimsoll.Host.Web;

/// <summary>What a reader of a finding's data must know: whose figures, which vintage, which method, which licence.</summary>
internal static class FindingMetadata
{
    internal static object Of(Agreement agreement, Explained explained) => new
    {
        explained.Finding.Id,
        Title = explained.Clause.Title,
        Agreement = new { agreement.Id, agreement.Title, agreement.Version, agreement.Note, Status = agreement.Status.ToString().ToLowerInvariant() },
        Clause = new { explained.Clause.Text, Reference = explained.Clause.Reference.Title, Link = explained.Clause.Reference.Link.ToString() },
        Measures = explained.Finding.Readings.Select(r => new { r.Indicator, r.Unit, r.Valuation, Method = $"docs/methods/{r.Indicator.Split('.', '/')[0].Replace('_', '-')}.md" }),
        AsOf = explained.Finding.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        explained.Finding.KnownAt,
        Sources = explained.Releases.Select(r => new { r.Id, r.Source, r.Dataset, r.FileName, r.Sha256, r.PublishedAt, r.RetrievedAt, r.Parser }),
        Columns = new { value = "of the leading indicator, unrounded", amber = "limit in force on the last day of the period", zone = "docs/glossary.md" },
        Licence = "Figures: CC BY 4.0 where Eurostat's; see each source. Own computation: Apache-2.0.",
        Licences = explained.Releases.Select(r => r.Source).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        Zone = FindingDocument.Word(explained.Finding.Zone),
    };
}
