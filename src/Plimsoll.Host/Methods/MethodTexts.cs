using System.Collections.Frozen;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Plimsoll.Host.Web;

namespace Plimsoll.Host.Methods;

/// <summary>The pages of docs/methods, the glossary, the standards and the validation, as they stand in the repository; they travel inside the program.</summary>
internal static class MethodTexts
{
    private const string Prefix = "docs/";
    private static readonly string[] Others = ["glossary", "standards", "validation"];

    // No HTML of a text reaches a page.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers().DisableHtml().Build();

    private static readonly FrozenDictionary<string, string> Texts = typeof(MethodTexts).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Prefix.Length..^3], Read, StringComparer.Ordinal);

    /// <summary>The methods with their titles, in order of title.</summary>
    internal static IReadOnlyList<(string Name, string Title)> Methods { get; } =
        [.. Texts.Where(t => !Others.Contains(t.Key)).Select(t => (t.Key, TitleOf(t.Value))).OrderBy(t => t.Item2, StringComparer.Ordinal)];

    /// <summary>Title and HTML of a page; null when there is none of that name.</summary>
    internal static (string Title, string Html)? Find(string name, Visit visit)
    {
        if (!Texts.TryGetValue(name, out var text))
        {
            return null;
        }

        var document = Markdown.Parse(text, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>().Where(h => h.Level == 1).ToList())
        {
            document.Remove(heading);
        }

        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            Lead(link, visit);
        }

        foreach (var table in document.Descendants<Markdig.Extensions.Tables.Table>())
        {
            table.GetAttributes().AddClass("text");
        }

        return (TitleOf(text), document.ToHtml(Pipeline));
    }

    // A page of ours leads to its address here, an address to itself; what has no page here is no link.
    private static void Lead(LinkInline link, Visit visit)
    {
        var url = link.Url ?? "";
        var name = Path.GetFileNameWithoutExtension(url.Split('#')[0]);
        if (link.IsImage || (!url.StartsWith("https://", StringComparison.Ordinal) && !Texts.ContainsKey(name) && !url.StartsWith('#')))
        {
            link.ReplaceBy(new ContainerInline().AppendChild(new LiteralInline(link.FirstChild?.ToString() ?? "")), copyChildren: false);
        }
        else if (!url.StartsWith("https://", StringComparison.Ordinal) && !url.StartsWith('#'))
        {
            link.Url = visit.To($"/methods/{name}");
        }
    }

    private static string TitleOf(string text) => text.Split('\n')[0].TrimStart('#', ' ');

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(MethodTexts).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
