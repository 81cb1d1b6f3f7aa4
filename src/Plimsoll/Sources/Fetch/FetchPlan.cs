using System.Globalization;
using Plimsoll.Sources.ChinaCustoms;
using Plimsoll.Trade;

namespace Plimsoll.Sources.Fetch;

/// <summary>Which files to download. Another host may stand in for the real one.</summary>
public sealed record FetchPlan
{
    private const long ArchiveLimit = 2_000_000_000;
    private const long PageLimit = 4_000_000;

    private static readonly Uri Eurostat = new("https://ec.europa.eu/");
    private static readonly Uri EuropeanCentralBank = new("https://data-api.ecb.europa.eu/");
    private static readonly Uri ChinaCustoms = new("http://english.customs.gov.cn/");

    private FetchPlan(IReadOnlyList<FetchTarget> targets, Func<Stream, IReadOnlyList<FetchTarget>>? follow = null)
    {
        Targets = targets;
        Follow = follow;
    }

    /// <summary>Files known from the start.</summary>
    public IReadOnlyList<FetchTarget> Targets { get; }

    /// <summary>Finds further files in a downloaded index page; null when the plan is complete without.</summary>
    internal Func<Stream, IReadOnlyList<FetchTarget>>? Follow { get; }

    /// <summary>Eurostat's monthly bulk files; an <see cref="ArgumentException"/> when <paramref name="to"/> is before <paramref name="from"/>.</summary>
    public static FetchPlan Comext(Month from, Month to, Uri? baseUrl = null)
    {
        if (to < from)
        {
            throw new ArgumentException($"The last month {to} is before the first month {from}.", nameof(to));
        }

        return new FetchPlan([.. Enumerable.Range(0, to.Index - from.Index + 1).Select(i => from.Plus(i)).Select(Archive)]);

        FetchTarget Archive(Month month)
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"{month.Year:D4}{month.Number:D2}");
            return new FetchTarget(new Uri(baseUrl ?? Eurostat, $"eurostat/api/dissemination/files?file=comext/COMEXT_DATA/PRODUCTS/full_v2_{code}.7z"), $"full_v2_{code}.7z", FetchContent.SevenZip, ArchiveLimit);
        }
    }

    /// <summary>
    /// China Customs' tables (4), (5) and (6) of a year, in yuan and in dollars: the index page, then every release it links to. The
    /// index of the running year (<paramref name="running"/>) has an address of its own.
    /// </summary>
    public static FetchPlan Gacc(int year, bool running, Uri? baseUrl = null)
    {
        var yyyy = year.ToString("D4", CultureInfo.InvariantCulture);
        var index = new Uri(baseUrl ?? ChinaCustoms, $"statics/report/preliminary{(running ? "" : yyyy)}.html");
        return new FetchPlan(
            [new FetchTarget(index, $"gacc_{yyyy}_index.html", FetchContent.Html, PageLimit)],
            page => [.. GaccIndex.Read(page, year).Where(release => release.Table is 4 or 5 or 6 && release.Currency.Length > 0).Select(Page)]);

        // A page's own host is not trusted: releases are taken from the host of the index.
        FetchTarget Page(GaccRelease release) => new(
            new Uri(index, release.Address.PathAndQuery),
            $"gacc_{release.Month}_table-{release.Table}_{release.Currency}.html",
            FetchContent.Html,
            PageLimit);
    }

    /// <summary>The ECB's monthly average rates of a currency against the euro; an <see cref="ArgumentException"/> when it is not three letters.</summary>
    public static FetchPlan Ecb(string currency, Uri? baseUrl = null) =>
        currency.Length == 3 && currency.All(char.IsAsciiLetterUpper)
            ? new FetchPlan([new FetchTarget(new Uri(baseUrl ?? EuropeanCentralBank, $"service/data/EXR/M.{currency}.EUR.SP00.A?format=jsondata"), $"ecb_{currency}_EUR_monthly.json", FetchContent.Json, PageLimit)])
            : throw new ArgumentException($"'{currency}' is not a currency code such as CNY.", nameof(currency));
}
