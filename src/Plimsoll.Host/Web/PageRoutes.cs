using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Plimsoll.Agreements;
using Plimsoll.Host.Consulting;
using Plimsoll.Host.Languages;
using Plimsoll.Host.Methods;
using Plimsoll.Host.Pages;
using Plimsoll.Host.Search;

namespace Plimsoll.Host.Web;

/// <summary>Addresses of the pages: <c>/{language}/…</c>.</summary>
internal static class PageRoutes
{
    internal static void Map(WebApplication app, Stands stands)
    {
        var books = new Books(stands.Store.Root, stands.Time);

        // What notices link to: in no language, with the agreement.
        app.MapMethods("/findings/{agreement}/{name}/{period}", Verbs, (HttpRequest request, string agreement, string name, string period) =>
            agreement == stands.Agreement.Id ? Results.Redirect($"/{Language.Preferred(request.Headers.AcceptLanguage).Code}/findings/{name}/{period}{request.QueryString}") : Results.NotFound());
        app.MapMethods("/cases/{**id}", Verbs, (HttpRequest request, string id) => Results.Redirect($"/{Language.Preferred(request.Headers.AcceptLanguage).Code}/cases/{id}"));
        app.MapMethods("/", Verbs, (HttpRequest request) => Results.Redirect($"/{Language.Preferred(request.Headers.AcceptLanguage).Code}/{request.QueryString}"));
        foreach (var language in Language.All)
        {
            var pages = app.MapGroup($"/{language.Code}");
            pages.MapMethods("/", Verbs, (HttpContext context) => Page(context, language, stands, visit =>
                Render<BoardPage>(new { Visit = visit, Stand = stands.Of(visit.AsOf) })));
            pages.MapMethods("/clauses/{clause}", Verbs, (HttpContext context, string clause) => Page(context, language, stands, visit =>
            {
                var stand = stands.Of(visit.AsOf);
                return stand.Clauses.FirstOrDefault(c => c.Clause.Id == clause) is { } own ? Render<ClausePage>(new { Visit = visit, Stand = stand, Own = own }) : null;
            }));
            pages.MapMethods("/findings/{name}/{period}", Verbs, (HttpContext context, string name, string period) => Page(context, language, stands, visit =>
                FindingId.Parse($"{stands.Agreement.Id}/{name}/{period}") is { Ok: true, Value: var id } && stands.Explain(id, visit.AsOf) is { } explained
                    ? Render<FindingPage>(new { Visit = visit, Explained = explained })
                    : null));
            pages.MapMethods("/cases", Verbs, (HttpContext context) => Page(context, language, stands, visit => Render<CasesPage>(new { Visit = visit, stands.Agreement.Status, Book = books.Cases })));
            pages.MapMethods("/cases/{**id}", Verbs, (HttpContext context, string id) => Page(context, language, stands, visit =>
                books.Cases.Find(id) is { } one ? Render<CasePage>(new { Visit = visit, stands.Agreement.Status, One = one }) : null));
            pages.MapMethods("/commitments", Verbs, (HttpContext context) => Page(context, language, stands, visit =>
                Render<CommitmentsPage>(new { Visit = visit, stands.Agreement.Status, Book = books.Record, stands.Today })));
            pages.MapMethods("/readouts", Verbs, (HttpContext context) => Page(context, language, stands, visit => Render<ReadoutsPage>(new { Visit = visit, stands.Agreement.Status, Book = books.Record })));
            pages.MapMethods("/data", Verbs, (HttpContext context) => Page(context, language, stands, visit =>
                Render<DataPage>(new { Visit = visit, stands.Agreement.Status, Releases = stands.Releases(visit.AsOf), stands.Today })));
            pages.MapMethods("/methods", Verbs, (HttpContext context) => Page(context, language, stands, visit => Render<MethodsPage>(new { Visit = visit, stands.Agreement.Status })));
            pages.MapMethods("/methods/{name}", Verbs, (HttpContext context, string name) => Page(context, language, stands, visit =>
                MethodTexts.Find(name, visit) is var (title, html) ? Render<MethodPage>(new { Visit = visit, stands.Agreement.Status, Title = title, Html = html }) : null));
            pages.MapMethods("/search", Verbs, (HttpContext context, string? q) => Page(context, language, stands, visit =>
            {
                var text = (q ?? "").Trim() is { Length: > SearchResults.TextLimit } longer ? longer[..SearchResults.TextLimit] : (q ?? "").Trim();
                return Render<SearchPage>(new { Visit = visit, stands.Agreement.Status, Text = text, Results = SearchResults.Of(stands.Of(visit.AsOf), text) });
            }));
            pages.MapMethods("/{**rest}", Verbs, (HttpContext context) => Page(context, language, stands, _ => null));
        }
    }

    internal static readonly string[] Verbs = ["GET", "HEAD"];

    private static IResult Page(HttpContext context, Language language, Stands stands, Func<Visit, IResult?> page)
    {
        var visit = Requests.Visit(context.Request, language, stands.Today);
        if (!visit.Ok)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, visit.Fault!);
        }

        if (page(visit.Value) is { } found)
        {
            return found;
        }

        return Render<NotFoundPage>(new { Visit = visit.Value, stands.Agreement.Status }, StatusCodes.Status404NotFound);
    }

    private static RazorComponentResult<T> Render<T>(object parameters, int status = StatusCodes.Status200OK)
        where T : IComponent => new(parameters) { StatusCode = status, PreventStreamingRendering = true };
}
