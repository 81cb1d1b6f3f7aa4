using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using Plimsoll.Host.Briefings;
using Plimsoll.Tests.Host.Cli;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Host.Briefings;

/// <summary><c>plimsoll brief</c> on the bundled snapshot.</summary>
public sealed class BriefCommandTests(DemoStore demo) : IClassFixture<DemoStore>, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plimsoll-brief-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("en", "What is crossed", "Why it may be wrong", "What is due", "not agreed")]
    [InlineData("de", "Was überschritten ist", "Warum es falsch sein kann", "Was ansteht", "keine ist vereinbart")]
    [InlineData("fr", "Ce qui est franchi", "Pourquoi cela peut être faux", "Ce qui est attendu", "aucune n’est convenue")]
    [InlineData("zh", "越线情况", "可能有误的原因", "待办事项", "未经双方同意")]
    public async Task A_briefing_says_in_each_language_what_crossed_why_it_may_be_wrong_and_what_is_due(string language, params string[] words)
    {
        var file = Path.Combine(folder.FullName, "b.html");
        (await CliRun.OfAsync("brief", "--store", demo.Path, "--month", "2026-10", "--lang", language, "--out", file)).ExitCode.ShouldBe(0);
        var text = System.Net.WebUtility.HtmlDecode(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        words.Where(word => word != "not agreed").ShouldAllBe(word => text.Contains(word, StringComparison.Ordinal));
        text.ShouldContain("annual-goods-deficit@EU27_2020.CN.TOTAL/2025");
        text.ShouldContain("<svg");
    }

    [Fact]
    public async Task A_revision_is_told_apart_from_a_new_period()
    {
        // The revised total of 2024 stands in the publication of July 2026; until then it was 304.5 billion euro, and green for a billion
        // a day, whose amber limit is 310.25. The first figures of 2024 came in March 2025, after 291 billion euro in 2023.
        var july = await SectionAsync("2026-07", 1);
        july.ShouldContain(line => line == "A billion euro a day, European Union – China, all goods: green became amber for 2024. Only the figures were revised.");

        var march = await SectionAsync("2025-03", 1);
        march.ShouldContain(line => line == "Annual deficit in goods, European Union – China, all goods: green for 2023, amber for 2024. A new period was published.");

        var october = await SectionAsync("2026-10", 1);
        october.ShouldBe(["No zone changed."]);
    }

    [Fact]
    public async Task A_document_for_word_processors_has_real_headings()
    {
        var file = Path.Combine(folder.FullName, "b.docx");
        (await CliRun.OfAsync("brief", "--store", demo.Path, "--month", "2026-10", "--docx", "--out", file)).ExitCode.ShouldBe(0);
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        var styles = document.MainDocumentPart!.Document!.Body!.Elements<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Select(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value).ToList();
        styles.Count(s => s == "Heading1").ShouldBe(1);
        styles.Count(s => s == "Heading2").ShouldBe(4);
        new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => e.Description).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_pdf_has_two_pages_where_the_machine_has_Chromium_and_is_HTML_where_it_has_none()
    {
        var file = Path.Combine(folder.FullName, "b.pdf");
        var run = await CliRun.OfAsync("brief", "--store", demo.Path, "--month", "2026-10", "--pdf", "--out", file);
        run.ExitCode.ShouldBe(0);
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        if (Chromium.Program is null)
        {
            run.Error.ShouldContain("no Chromium");
            Encoding.UTF8.GetString(bytes).ShouldContain("<!doctype html>", Case.Insensitive);
            return;
        }

        Encoding.Latin1.GetString(bytes).ShouldStartWith("%PDF");
        Encoding.Latin1.GetString(bytes).Split("/Type /Page\n").Length.ShouldBe(3);
    }

    [Theory]
    [InlineData("--month", "2026-13")]
    [InlineData("--lang", "xx")]
    [InlineData("--month", "2025")]
    public async Task What_is_no_month_or_language_is_a_mistake_of_usage(string option, string value) =>
        (await CliRun.OfAsync("brief", "--store", demo.Path, option, value)).ExitCode.ShouldBe(2);

    [Fact]
    public async Task A_month_that_has_not_begun_is_refused()
    {
        var run = await CliRun.OfAsync("brief", "--store", demo.Path, "--month", "2199-01");
        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain("CLI-0041");
    }

    private async Task<List<string>> SectionAsync(string month, int section)
    {
        var run = await CliRun.OfAsync("brief", "--store", demo.Path, "--month", month, "--json");
        return [.. JsonDocument.Parse(run.Out).RootElement.GetProperty("sections")[section].GetProperty("lines").EnumerateArray().Select(l => l.GetProperty("text").GetString()!)];
    }
}
