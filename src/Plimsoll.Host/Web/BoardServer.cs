using System.Net;
using System.Text;
using Plimsoll.Agreements;
using Plimsoll.Host.Cli;
using Plimsoll.Trade;

namespace Plimsoll.Host.Web;

/// <summary>Serves the board read-only: a page at <c>/</c> and the findings at <c>/findings.json</c>.</summary>
internal static class BoardServer
{
    internal static async Task RunAsync(Agreement agreement, IReadOnlyList<Finding> findings, string urls, Terminal terminal, CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls(urls);
        await using var app = builder.Build();
        app.Use(async (context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
            context.Response.Headers.XContentTypeOptions = "nosniff";
            await next(context);
        });
        var page = Page(agreement, findings);
        app.MapGet("/", () => Results.Content(page, "text/html; charset=utf-8"));
        app.MapGet("/board.css", () => Results.Content(Style, "text/css"));
        app.MapGet("/findings.json", () => Results.Json(findings.Select(FindingDocument.Of), StoreCommand.JsonLayout));
        try
        {
            await app.StartAsync(cancel);
        }
        catch (Exception failure) when (failure is IOException or FormatException or InvalidOperationException)
        {
            throw new OutsideException("CLI-0031", $"The board cannot be served at {urls}: {failure.Message}", retriable: true, failure);
        }

        await terminal.Error.WriteLineAsync($"Serving the board on {string.Join(", ", app.Urls)} until Ctrl+C.");
        await app.WaitForShutdownAsync(cancel);
    }

    private const string Style =
        """
        :root { color-scheme: light dark; }
        body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
        table { border-collapse: collapse; width: 100%; }
        th, td { border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); padding: .35rem .5rem; text-align: left; vertical-align: top; }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .zone { border-radius: .25rem; padding: 0 .4rem; white-space: nowrap; }
        .red { background: #b3261e; color: #fff; } .amber { background: #f2b01e; color: #1c1400; } .green { background: #1b6e3c; color: #fff; }
        """;

    private static string Page(Agreement agreement, IReadOnlyList<Finding> findings)
    {
        var html = new StringBuilder();
        html.Append($"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{Text(agreement.Title)}</title>");
        html.Append($"<link rel=\"stylesheet\" href=\"/board.css\"><h1>{Text(agreement.Title)}</h1><p><strong>{Text(agreement.Note)}</strong></p>");
        html.Append("<table><thead><tr><th>Zone<th>Clause<th>Subject<th>Period<th class=\"number\">Value<th>Limits<th>Status</tr></thead><tbody>");
        foreach (var clause in agreement.Clauses)
        {
            foreach (var finding in findings.Where(f => f.Clause == clause.Id).OrderByDescending(f => f.Zone))
            {
                html.Append(Row(clause, finding));
            }
        }

        return html.Append("</tbody></table><p><a href=\"/findings.json\">The same as JSON</a></p></html>").ToString();
    }

    private static string Row(Clause clause, Finding finding)
    {
        var reason = finding.Reason is { } why ? $"<br><small>{Text(why.ToString())}</small>" : "";
        var limits = string.Join("<br>", FindingText.Limits(clause, FindingText.JudgedOn(finding)).Select(Text));
        return $"<tr><td><span class=\"zone {FindingDocument.Word(finding.Zone)}\">{Text(Board.Word(finding.Zone))}</span><td>{Text(clause.Title)}<td>{Text(FindingText.Subject(finding))}{reason}<td>{finding.Period}"
            + $"<td class=\"number\">{Text(FindingText.Deciding(clause, finding))}<td><small>{limits}</small><td>{finding.Status.ToString().ToLowerInvariant()}</tr>";
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
