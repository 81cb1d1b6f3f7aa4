using System.Net;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Host.Web;

/// <summary>The pages and their data as a browser gets them.</summary>
public sealed class PageTests(ServedSnapshot served) : IClassFixture<ServedSnapshot>
{
    private const string Deficit = "/findings/annual-goods-deficit@EU27_2020.CN.TOTAL";

    [Theory]
    [InlineData("en", "Lines", "illustrative", "EUR −359.8 bn")]
    [InlineData("de", "Klausel", "Zur Veranschaulichung", "−359,8 Mrd. EUR")]
    [InlineData("fr", "limite", "À titre d’illustration", "−359,8 Md EUR")]
    [InlineData("zh", "条款", "仅供示例", "−3,598亿欧元")]
    public async Task The_board_speaks_each_language_and_says_that_nothing_is_agreed(string language, string word, string banner, string deficit)
    {
        var page = WebUtility.HtmlDecode(await served.Client.GetStringAsync($"/{language}/", TestContext.Current.CancellationToken)).Replace('\u00A0', ' ');
        page.ShouldContain(word, Case.Insensitive);
        page.ShouldContain(banner, Case.Insensitive);
        page.ShouldContain(deficit);
    }

    [Theory]
    [InlineData("de-CH,de;q=0.9", "/de/")]
    [InlineData("zh-CN", "/zh/")]
    [InlineData("xx", "/en/")]
    public async Task The_first_address_leads_to_the_language_that_the_browser_asks_for(string wish, string target)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("Accept-Language", wish);
        using var answer = await served.Client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.Headers.Location!.OriginalString.ShouldBe(target);
    }

    [Fact]
    public async Task As_of_a_day_the_verdict_is_the_one_of_that_day()
    {
        // The deficit of 2024 was published as 304.5 billion euro in March 2025, and as 312 after the revision of 2026.
        async Task<decimal> Value(string day)
        {
            using var answer = JsonDocument.Parse(await served.Client.GetStringAsync($"{Deficit}/2024.json?asof={day}", TestContext.Current.CancellationToken));
            return answer.RootElement.GetProperty("finding").GetProperty("value").GetDecimal();
        }

        (await Value("2025-04-01")).ShouldBe(-304_500_000_000m);
        (await Value("2026-10-01")).ShouldBeInRange(-313_000_000_000m, -311_000_000_000m);
    }

    [Theory]
    [InlineData("/en/?asof=2026-13-01", HttpStatusCode.BadRequest, "WEB-0001")]
    [InlineData("/findings.json?asof=2999-01-01", HttpStatusCode.BadRequest, "WEB-0001")]
    [InlineData("/findings.json?asof=0001-01-01", HttpStatusCode.BadRequest, "WEB-0001")]
    [InlineData("/findings.json?asof=2025-4-1", HttpStatusCode.BadRequest, "WEB-0001")]
    [InlineData("/findings.xml", HttpStatusCode.NotFound, "WEB-0003")]
    [InlineData(Deficit + "/2031.json", HttpStatusCode.NotFound, "WEB-0003")]
    public async Task What_cannot_be_answered_is_a_problem_with_a_code(string address, HttpStatusCode status, string code)
    {
        using var answer = await served.Client.GetAsync(address, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(code);
    }

    [Theory]
    [InlineData("/en/nothing")]
    [InlineData("/zh/clauses/nothing")]
    [InlineData("/de" + Deficit + "/2031")]
    public async Task An_unknown_page_says_so_as_a_page(string address)
    {
        using var answer = await served.Client.GetAsync(address, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
    }

    [Fact]
    public async Task All_findings_as_of_a_day_are_those_of_the_figures_known_then()
    {
        // 517.8 − 213.3 billion euro of 2024 were the newest year on 1 April 2025; 2025 came out in 2026.
        using var answer = JsonDocument.Parse(await served.Client.GetStringAsync("/findings.json?asof=2025-04-01", TestContext.Current.CancellationToken));
        var deficit = answer.RootElement.EnumerateArray().Single(f => f.GetProperty("clause").GetString() == "annual-goods-deficit");
        deficit.GetProperty("id").GetString().ShouldEndWith("/2024");
        deficit.GetProperty("value").GetDecimal().ShouldBe(-304_500_000_000m);
        deficit.GetProperty("as_of").GetString().ShouldBe("2025-04-01");
    }

    [Theory]
    [InlineData("/", HttpStatusCode.Redirect)]
    [InlineData("/en/?asof=2025-04-01", HttpStatusCode.OK)]
    [InlineData("/findings.json?asof=2025-04-01", HttpStatusCode.OK)]
    public async Task What_can_be_read_can_be_asked_for_without_its_body(string address, HttpStatusCode status)
    {
        using var head = await served.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address), TestContext.Current.CancellationToken);
        head.StatusCode.ShouldBe(status);
        (await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_written_and_every_answer_carries_the_strict_policy()
    {
        using var post = await served.Client.PostAsync("/en/", new StringContent("x"), TestContext.Current.CancellationToken);
        post.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        post.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'");

        using var head = await served.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/en/"), TestContext.Current.CancellationToken);
        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        head.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("unsafe");
    }

    [Theory]
    [InlineData("/en/")]
    [InlineData("/en/clauses/import-surge")]
    [InlineData("/en" + Deficit + "/2025")]
    public async Task No_page_has_a_style_or_a_script_inside(string address)
    {
        var page = await served.Client.GetStringAsync(address, TestContext.Current.CancellationToken);
        page.ShouldNotContain(" style=");
        page.ShouldNotContain("<style");
        page.ShouldNotContain("onclick");
    }

    [Theory]
    [InlineData(Deficit + "/2025.csv", "text/csv")]
    [InlineData(Deficit + "/2025.svg", "image/svg+xml")]
    [InlineData(Deficit + "/2025.metadata.json", "application/json")]
    [InlineData("/clauses/import-surge.csv", "text/csv")]
    public async Task A_page_answers_in_other_forms_at_the_same_address(string address, string type)
    {
        using var answer = await served.Client.GetAsync(address, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
    }

    [Theory]
    [InlineData("/en/", "no-cache")]
    [InlineData("/findings.csv?asof=2026-10-01", "public, max-age=86400")]
    [InlineData("/fr" + Deficit + "/2025?asof=2026-10-01", "public, max-age=86400")]
    public async Task What_a_reader_has_is_not_sent_again(string address, string caching)
    {
        using var first = await served.Client.GetAsync(address, TestContext.Current.CancellationToken);
        first.Headers.CacheControl!.ToString().ShouldBe(caching);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await served.Client.SendAsync(again, TestContext.Current.CancellationToken);
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_day_language_or_form_has_another_tag()
    {
        string[] addresses = ["/en/", "/de/", "/en/?asof=2026-10-01", "/findings.csv", "/findings.json"];
        var tags = new List<string>();
        foreach (var address in addresses)
        {
            using var answer = await served.Client.GetAsync(address, TestContext.Current.CancellationToken);
            tags.Add(answer.Headers.ETag!.Tag);
        }

        tags.Distinct(StringComparer.Ordinal).Count().ShouldBe(addresses.Length);
    }

    [Fact]
    public async Task A_style_sheet_is_kept_for_ever_under_the_address_of_its_content()
    {
        var page = await served.Client.GetStringAsync("/en/", TestContext.Current.CancellationToken);
        var start = page.IndexOf("/a/", StringComparison.Ordinal);
        using var style = await served.Client.GetAsync(page[start..page.IndexOf('"', start)], TestContext.Current.CancellationToken);
        style.StatusCode.ShouldBe(HttpStatusCode.OK);
        style.Headers.CacheControl!.ToString().ShouldContain("immutable");
    }

    [Theory]
    [InlineData("/en/data", "overdue")]
    [InlineData("/en/methods/balance", "<table")]
    [InlineData("/fr/methods", "/fr/methods/zones")]
    [InlineData("/en/search?q=8505%2011%2010", "85051110")]
    [InlineData("/de/search?q=Frankreich", "(FR)")]
    [InlineData("/zh/search?q=%E5%BE%B7%E5%9B%BD", "(DE)")]
    [InlineData("/en/search?q=permanent%20magnets", "85051110")]
    public async Task Sources_methods_and_codes_are_found(string address, string text) =>
        (await served.Client.GetStringAsync(address, TestContext.Current.CancellationToken)).ShouldContain(text);

    [Fact]
    public async Task What_is_searched_for_is_shown_as_text_and_never_run() =>
        (await served.Client.GetStringAsync("/en/search?q=%3Cscript%3Ealert(1)%3C/script%3E", TestContext.Current.CancellationToken)).ShouldNotContain("<script>alert");

    [Fact]
    public async Task A_methods_page_leads_only_to_addresses_that_answer()
    {
        var page = await served.Client.GetStringAsync("/en/methods/zones", TestContext.Current.CancellationToken);
        var links = page.Split("href=\"").Skip(1).Select(part => part[..part.IndexOf('"')]).Where(link => link.StartsWith("/en/", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        links.ShouldNotBeEmpty();
        foreach (var link in links)
        {
            (await served.Client.GetAsync(link, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK, link);
        }
    }

    [Theory]
    [InlineData("/en/cases", "No consultation is in the ledger")]
    [InlineData("/de/commitments", "WTO-Reform")]
    [InlineData("/en/readouts", "Tangible results by October.")]
    [InlineData("/zh/readouts", "说法不同")]
    public async Task The_public_record_is_shown_where_no_ledger_is(string address, string text) =>
        WebUtility.HtmlDecode(await served.Client.GetStringAsync(address, TestContext.Current.CancellationToken)).ShouldContain(text);

    [Theory]
    [InlineData("/findings/eu-china-illustrative/annual-goods-deficit@EU27_2020.CN.TOTAL/2025?asof=2026-10-01", "/en/findings/annual-goods-deficit@EU27_2020.CN.TOTAL/2025?asof=2026-10-01")]
    [InlineData("/cases/eu-china-illustrative/hs32@CN.EU27_2020/2025-12", "/en/cases/eu-china-illustrative/hs32@CN.EU27_2020/2025-12")]
    public async Task What_notices_link_to_leads_to_the_page(string address, string target)
    {
        using var answer = await served.Client.GetAsync(address, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe(target);
    }
}
