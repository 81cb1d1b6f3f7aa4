using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Plimsoll.Host.Briefings;

/// <summary>A briefing as a document for word processors, to be edited before it is sent on.</summary>
internal static class BriefingDocx
{
    internal static void Write(Briefing briefing, FileInfo file)
    {
        using var document = WordprocessingDocument.Create(file.FullName, WordprocessingDocumentType.Document);
        var main = document.AddMainDocumentPart();
        AddStyles(main, briefing.Language.Tag);
        var body = new Body();
        if (briefing.Status != Agreements.AgreementStatus.Agreed)
        {
            body.Append(Text(briefing.Language.Words.IllustrativeBanner, "Note"));
        }

        body.Append(Text(briefing.Title, "Heading1"));
        body.Append(briefing.Lead.Select(line => Text(line, "Normal")));
        foreach (var section in briefing.Sections)
        {
            body.Append(Text(section.Heading, "Heading2"));
            body.Append(section.Lines.Select(line => Text((line.Zone is { } zone ? $"[{briefing.Language.Words.Zone(zone)}] " : "– ") + line.Text + (line.Finding is { } id ? $" ({id})" : ""), "Normal")));
        }

        body.Append(Text(briefing.Check, "Note"), Text(briefing.Language.Words.NotOfficial, "Note"));
        body.Append(new SectionProperties(
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 900, Bottom = 900, Left = 960, Right = 960, Header = 0, Footer = 0, Gutter = 0 }));
        main.Document = new Document(body);
    }

    // Headings are styles and not large letters, so that a reader can jump between them.
    private static void AddStyles(MainDocumentPart main, string language)
    {
        var part = main.AddNewPart<StyleDefinitionsPart>();
        part.Styles = new Styles(
            new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(new RunFonts { Ascii = "Noto Sans", HighAnsi = "Noto Sans", EastAsia = "Noto Sans CJK SC" }, new FontSize { Val = "20" }, new DocumentFormat.OpenXml.Wordprocessing.Languages { Val = language, EastAsia = "zh-CN" }))),
            Style("Normal", "Normal", outline: null, size: "20", isBold: false),
            Style("Note", "Note", outline: null, size: "17", isBold: false),
            Style("Heading1", "heading 1", outline: 0, size: "32", isBold: true),
            Style("Heading2", "heading 2", outline: 1, size: "24", isBold: true));
    }

    private static Style Style(string id, string name, int? outline, string size, bool isBold)
    {
        var paragraph = new StyleParagraphProperties(new SpacingBetweenLines { Before = outline is null ? "0" : "160", After = "80" });
        var run = new StyleRunProperties(new FontSize { Val = size });
        if (outline is { } level)
        {
            paragraph.Append(new OutlineLevel { Val = level });
        }

        if (isBold)
        {
            run.PrependChild(new Bold());
        }

        return new Style(new StyleName { Val = name }, paragraph, run) { Type = StyleValues.Paragraph, StyleId = id, Default = id == "Normal" };
    }

    private static Paragraph Text(string text, string style) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = style }), new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
}
