using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Plimsoll.Tour;

/// <summary>
/// Walks every kind of page that can be reached from the board, in each language, at three widths, light and dark: nothing is said on the
/// console, nothing breaks the rules for accessible pages that a program can check, and nothing makes a narrow page scroll sideways.
/// </summary>
public sealed class TourTests(Served served, Browser browser) : IClassFixture<Served>, IClassFixture<Browser>
{
    private const int PerKind = 2;
    private static readonly int[] Widths = [320, 768, 1280];

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("fr")]
    [InlineData("zh")]
    public async Task Every_kind_of_page_is_quiet_accessible_and_fits(string language)
    {
        var chromium = browser.Required();
        var troubles = new List<string>();
        var paths = await PathsAsync(chromium, language);
        paths.Count.ShouldBeGreaterThan(8);
        foreach (var width in Widths)
        {
            await using var context = await chromium.NewContextAsync(new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
                ColorScheme = width == 768 ? ColorScheme.Dark : ColorScheme.Light,
            });
            foreach (var path in paths)
            {
                troubles.AddRange(await LookAsync(context, path, width));
            }
        }

        troubles.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reader_with_a_keyboard_reaches_the_content_first()
    {
        await using var context = await browser.Required().NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(served.Address, "/en/").ToString());
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')")).ShouldBe("#content");
        await page.Keyboard.PressAsync("Enter");
        page.Url.ShouldEndWith("#content");
    }

    // Addresses by kind: the first segments without what names one of many.
    private async Task<List<string>> PathsAsync(IBrowser chromium, string language)
    {
        await using var context = await chromium.NewContextAsync();
        var page = await context.NewPageAsync();
        var found = new List<string> { $"/{language}/", $"/{language}/search?q=85235910", $"/{language}/nothing-here" };
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var next = 0; next < found.Count; next++)
        {
            if (found[next].EndsWith("nothing-here", StringComparison.Ordinal))
            {
                continue;
            }

            await page.GotoAsync(new Uri(served.Address, found[next]).ToString());
            foreach (var link in await page.EvaluateAsync<string[]>("[...document.links].filter(a => a.origin === location.origin).map(a => a.pathname)"))
            {
                var kind = string.Join('/', link.Split('/').Take(3)) + (link.Split('/').Length > 3 ? "/…" : "");
                if (link.StartsWith($"/{language}/", StringComparison.Ordinal) && !found.Contains(link) && kinds.GetValueOrDefault(kind) < PerKind)
                {
                    kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
                    found.Add(link);
                }
            }
        }

        return found;
    }

    private async Task<List<string>> LookAsync(IBrowserContext context, string path, int width)
    {
        var troubles = new List<string>();
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            // The page that does not exist is asked for on purpose.
            if (message.Type is "error" or "warning" && !message.Text.Contains("404", StringComparison.Ordinal))
            {
                troubles.Add($"{path} at {width}: console {message.Text}");
            }
        };
        page.PageError += (_, error) => troubles.Add($"{path} at {width}: {error}");
        await page.GotoAsync(new Uri(served.Address, path).ToString(), new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        var result = await page.RunAxe();
        troubles.AddRange(result.Violations.Select(v => $"{path} at {width}: {v.Id}, {v.Help}: {string.Join(" | ", v.Nodes.Take(2).Select(n => n.Html[..Math.Min(160, n.Html.Length)]))}"));
        var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (over > 0)
        {
            troubles.Add($"{path} at {width}: scrolls sideways by {over} px");
        }

        await page.CloseAsync();
        return troubles;
    }
}
