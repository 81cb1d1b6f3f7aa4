using Plimsoll.Agreements;
using Plimsoll.Host.Cli;
using Plimsoll.Host.Languages;
using Plimsoll.Sources;
using Plimsoll.Trade;

namespace Plimsoll.Host.Web;

/// <summary>The data behind the pages, at the same addresses without language and with a suffix.</summary>
internal static class DataRoutes
{
    internal static void Map(WebApplication app, Stands stands)
    {
        app.MapMethods("/findings.{suffix}", PageRoutes.Verbs, (HttpRequest request, string suffix) => AsOf(request, stands, asOf =>
            Findings(stands.Of(asOf).Findings, suffix)));
        app.MapMethods("/releases.{suffix}", PageRoutes.Verbs, (HttpRequest request, string suffix) => AsOf(request, stands, asOf => Releases(stands.Releases(asOf), suffix)));
        app.MapMethods("/releases/{id}/refused.csv", PageRoutes.Verbs, (HttpRequest request, string id) => AsOf(request, stands, asOf =>
            stands.Releases(asOf).FirstOrDefault(r => r.Id == id) is { } release ? Results.Text(ReleaseCsv.Refused(stands.Store.Refusals(release)), Formats.Csv) : null));
        app.MapMethods("/clauses/{name}", PageRoutes.Verbs, (HttpRequest request, string name) => AsOf(request, stands, asOf =>
        {
            var (clause, suffix) = Split(name);
            return stands.Of(asOf).Clauses.FirstOrDefault(c => c.Clause.Id == clause) is { } own ? Findings(own.Findings, suffix) : null;
        }));
        app.MapMethods("/findings/{name}/{last}", PageRoutes.Verbs, (HttpRequest request, string name, string last) => AsOf(request, stands, asOf =>
        {
            var (period, suffix) = Split(last);
            return FindingId.Parse($"{stands.Agreement.Id}/{name}/{period}") is { Ok: true, Value: var id } && stands.Explain(id, asOf) is { } explained
                ? Finding(stands.Agreement, explained, suffix, Language.Find(request.Query["lang"].ToString()) ?? Language.English)
                : null;
        }));
    }

    private static IResult? Releases(IReadOnlyList<Release> releases, string suffix) => suffix switch
    {
        "json" => Results.Json(releases, StoreCommand.JsonLayout),
        "csv" => Results.Text(ReleaseCsv.Write(releases), Formats.Csv),
        _ => null,
    };

    private static IResult AsOf(HttpRequest request, Stands stands, Func<DateOnly?, IResult?> answer)
    {
        var asOf = Requests.AsOf(request, stands.Today);
        return !asOf.Ok ? Problems.Of(StatusCodes.Status400BadRequest, asOf.Fault!)
            : answer(asOf.Value) ?? Problems.Of(StatusCodes.Status404NotFound, new Fault("WEB-0003", "There is nothing at this address, or not in this form. The page of the same address lists the forms that it has.", request.Path.Value ?? ""));
    }

    private static IResult? Findings(IEnumerable<Finding> findings, string suffix) => suffix switch
    {
        "json" => Results.Json(findings.Select(FindingDocument.Of), StoreCommand.JsonLayout),
        "csv" => Results.Text(FindingCsv.Write(findings), Formats.Csv),
        _ => null,
    };

    private static IResult? Finding(Agreement agreement, Explained explained, string suffix, Language language) => suffix switch
    {
        "json" => Results.Json(new Explanation(agreement, explained.Clause, explained.Finding, explained.Course.History, explained.Releases, explained.Vintages, explained.Rows).Document(), StoreCommand.JsonLayout),
        "csv" => Results.Text(FindingCsv.Write(explained.Course.History), Formats.Csv),
        "svg" => Results.Text(CourseChart.Sheet(explained, language), Formats.Svg),
        "metadata.json" => Results.Json(FindingMetadata.Of(agreement, explained), StoreCommand.JsonLayout),
        _ => null,
    };

    // The first point ends the name: no clause and no period has one.
    private static (string Name, string Suffix) Split(string text) =>
        text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? (text[..point], text[(point + 1)..]) : (text, "");
}
