using System.ComponentModel;
using System.Globalization;
using ModelContextProtocol;
using ModelContextProtocol.Server;
using Plimsoll.Agreements;
using Plimsoll.Host.Cli;
using Plimsoll.Host.Web;
using Plimsoll.Store.Query;
using Plimsoll.Trade;

namespace Plimsoll.Host.Mcp;

/// <summary>What a program may ask. Every tool reads; none changes anything.</summary>
/// <param name="stands">The agreement against the store.</param>
/// <param name="http">The request, for permalinks.</param>
[McpServerToolType]
internal sealed class Tools(Stands stands, IHttpContextAccessor http)
{
    private const int Most = 200;
    private const string AsOfText = "Day YYYY-MM-DD as of which the figures are wanted; leave out for the newest.";
    private const string LimitText = "Most entries wanted, 1 to 200.";

    private Answers Answers => new(http.HttpContext is { Request: var r } ? new Uri($"{r.Scheme}://{r.Host}") : new Uri("http://127.0.0.1"));

    [McpServerTool(Name = "agreement", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false, UseStructuredContent = true)]
    [Description("The agreement that is watched: its status, its clauses with their words and limits. What ships is illustrative and not agreed by the parties.")]
    public AgreementAnswer Agreement() => new(
        stands.Agreement.Id,
        stands.Agreement.Title,
        stands.Agreement.Status.ToString().ToLowerInvariant(),
        stands.Agreement.Note,
        stands.Agreement.Version,
        [.. stands.Agreement.Clauses.Select(clause => Answers.Clause(clause, stands.Today))]);

    [McpServerTool(Name = "findings", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false, UseStructuredContent = true)]
    [Description("Where every subject of every clause stands, the worst first: zone, value, limits.")]
    public FindingsAnswer Findings(
        [Description("Clause id; leave out for all.")] string? clause = null,
        [Description("Zone: green, pending, recovering, amber, red or not_assessable; leave out for all.")] string? zone = null,
        [Description("Reporter code such as EU27_2020 or DE; leave out for all.")] string? reporter = null,
        [Description("Product code, or TOTAL; leave out for all.")] string? product = null,
        [Description(AsOfText)] string? asOf = null,
        [Description(LimitText)] int limit = 50)
    {
        var matching = stands.Of(Day(asOf)).Findings
            .Where(f => Is(clause, f.Clause) && Is(zone, FindingDocument.Word(f.Zone)) && Is(reporter, f.Subject.Reporter) && Is(product, f.Subject.Product))
            .OrderByDescending(f => f.Zone).ThenBy(f => f.Id, StringComparer.Ordinal)
            .ToList();
        return new FindingsAnswer(matching.Count, [.. matching.Take(Clamp(limit)).Select(Answers.Finding)], stands.Agreement.Note);
    }

    [McpServerTool(Name = "explain_trigger", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false, UseStructuredContent = true)]
    [Description("How the colour of one finding came about: the clause, every value with its inputs, the periods before, what revisions changed, and the releases that were read.")]
    public ExplanationAnswer Explain(
        [Description("Id of the finding as 'findings' lists it: clause@REPORTER.PARTNER.PRODUCT/period.")] string finding,
        [Description(AsOfText)] string? asOf = null)
    {
        var id = FindingId.Parse($"{stands.Agreement.Id}/{finding}");
        var explained = id.Ok ? stands.Explain(id.Value, Day(asOf)) : null;
        if (explained is null)
        {
            throw Refused(id.Fault ?? new Fault("WEB-0003", "There is no such finding. 'findings' lists them.", finding));
        }

        return new ExplanationAnswer(
            Answers.Finding(explained.Finding),
            Answers.Clause(explained.Clause, FindingText.JudgedOn(explained.Finding)),
            [.. explained.Finding.Readings.Select(r => Answers.Reading(explained.Finding, r))],
            [.. explained.Course.History.Select(Answers.Period)],
            [.. explained.Vintages.Select(Answers.Period)],
            [.. explained.Releases.Select(ReleaseAnswer.Of)],
            $"{stands.Agreement.Note} A line that is crossed is a reason to talk, not a finding of fault; figures are revised.");
    }

    [McpServerTool(Name = "changes_between", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false, UseStructuredContent = true)]
    [Description("Findings whose zone differs between the figures known on two days: what new periods and revisions did.")]
    public FindingsAnswer ChangesBetween(
        [Description("Earlier day, YYYY-MM-DD.")] string from,
        [Description("Later day, YYYY-MM-DD; leave out for the newest figures.")] string? to = null,
        [Description(LimitText)] int limit = 50)
    {
        var before = stands.Of(Day(from)).Findings.ToLookup(f => (f.Clause, f.Subject), f => f.Zone);
        var changed = stands.Of(Day(to)).Findings.Where(f => !before[(f.Clause, f.Subject)].Contains(f.Zone)).OrderByDescending(f => f.Zone).ThenBy(f => f.Id, StringComparer.Ordinal).ToList();
        return new FindingsAnswer(changed.Count, [.. changed.Take(Clamp(limit)).Select(Answers.Finding)], stands.Agreement.Note);
    }

    [McpServerTool(Name = "observations", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false, UseStructuredContent = true)]
    [Description("Published figures as a source said them: value, net mass and flags by reporter, partner, product, flow and period. A missing value is null and flagged, never zero.")]
    public ObservationsAnswer Observations(
        [Description("Source as 'releases' names it, e.g. comext.")] string source,
        [Description("Reporter code.")] string reporter,
        [Description("Partner code.")] string partner,
        [Description("Product code, or TOTAL.")] string product,
        [Description("import or export; leave out for both.")] string? flow = null,
        [Description("First month, YYYY-MM.")] string? from = null,
        [Description("Last month, YYYY-MM.")] string? to = null,
        [Description("Length of the periods: 1 for months, 12 for years.")] int months = 1,
        [Description(AsOfText)] string? asOf = null,
        [Description(LimitText)] int limit = 100)
    {
        var day = Day(asOf);
        var rows = stands.Store.Query(new TradeQuery(source)
        {
            Reporters = [Code(Country.Parse(reporter)).Code],
            Partners = [Code(Country.Parse(partner)).Code],
            Products = [Code(ProductCode.Parse(product)).Text],
            Flow = flow switch { null or "" => Flow.None, "import" => Flow.Import, "export" => Flow.Export, _ => throw Refused(new Fault("WEB-0004", "Not a flow. Write import or export.", flow)) },
            From = MonthOf(from)?.Start,
            To = MonthOf(to)?.End,
            Months = months == 12 ? 12 : 1,
            AsOf = day,
        });
        var vintage = day is { } known ? string.Create(CultureInfo.InvariantCulture, $"as known on {known:yyyy-MM-dd}") : "newest";
        return new ObservationsAnswer(rows.Count, [.. rows.Take(Clamp(limit)).Select(r => new ObservationAnswer(
            r.Reporter, r.Partner, r.Product, r.Flow.ToString().ToLowerInvariant(), r.Period.ToString(), new Figure(r.Value, r.Currency, vintage, source, Answers.Link("/en/", day)), r.QuantityKg, r.Flags))]);
    }

    [McpServerTool(Name = "releases", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false, UseStructuredContent = true)]
    [Description("What each source said and when: releases with their publication time, hash, and records stored and refused, newest first.")]
    public ReleasesAnswer Releases([Description("Source; leave out for all.")] string? source = null, [Description(AsOfText)] string? asOf = null, [Description(LimitText)] int limit = 50)
    {
        var matching = stands.Store.Releases(Day(asOf)).Where(r => Is(source, r.Source)).Reverse().ToList();
        return new ReleasesAnswer(matching.Count, [.. matching.Take(Clamp(limit)).Select(ReleaseAnswer.Of)]);
    }

    [McpServerTool(Name = "find_product", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false, UseStructuredContent = true)]
    [Description("Product codes of the Combined Nomenclature by code or words of their English text, with near matches.")]
    public static CodesAnswer FindProduct([Description("A code, or words such as 'permanent magnets'.")] string text)
    {
        var code = ProductCode.Parse(text);
        var exact = code.Ok && Nomenclature.Label(code.Value, Nomenclature.LastListedYear) is not null ? [code.Value] : Array.Empty<ProductCode>();
        return new CodesAnswer([.. exact.Concat(Nomenclature.NearMatches(text)).Distinct().Take(20).Select(c => new CodeAnswer(c.Text, Nomenclature.Label(c, Nomenclature.LastListedYear)))]);
    }

    [McpServerTool(Name = "find_country", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false, UseStructuredContent = true)]
    [Description("Country and group codes by code or English name, with near matches. Greece is EL, the Union of 27 is EU27_2020.")]
    public static CodesAnswer FindCountry([Description("A code or a name.")] string text)
    {
        var exact = Country.Parse(text.ToUpperInvariant()) is { Ok: true, Value: var known } && Geonomenclature.Knows(known) ? [known] : Array.Empty<Country>();
        return new CodesAnswer([.. exact.Concat(Geonomenclature.NearMatches(text)).Distinct().Take(20).Select(c => new CodeAnswer(c.Code, Languages.Language.English.Country(c.Code)))]);
    }

    private static bool Is(string? wanted, string value) => string.IsNullOrEmpty(wanted) || string.Equals(wanted, value, StringComparison.Ordinal);

    private static int Clamp(int limit) => Math.Clamp(limit, 1, Most);

    private DateOnly? Day(string? text) =>
        string.IsNullOrEmpty(text) ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day <= stands.Today ? day
        : throw Refused(new Fault("WEB-0001", "Not a day on which figures were known. Write YYYY-MM-DD, today at the latest.", text));

    private static Period? MonthOf(string? text) => string.IsNullOrEmpty(text) ? null : Code(Period.Parse(text));

    private static T Code<T>(Parsed<T> parsed) => parsed.Ok ? parsed.Value : throw Refused(parsed.Fault!);

    // The text of this exception, and of no other, reaches the client.
    private static McpException Refused(Fault fault) => new(fault.ToString());
}
