using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Plimsoll.Trade;

namespace Plimsoll.Host.Web;

/// <summary>Serves the pages and their data, read-only.</summary>
internal static class WebServer
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Runs until cancelled. An <see cref="OutsideException"/> when the address cannot be served.</summary>
    internal static async Task RunAsync(Stands stands, string urls, Cli.Terminal terminal, CancellationToken cancel)
    {
        await using var app = Build(stands, urls);
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

    /// <summary>The server, not started.</summary>
    internal static WebApplication Build(Stands stands, string urls)
    {
        // The folder of the program and not the caller's: a server started in / would watch the whole disk.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("ModelContextProtocol", LogLevel.Critical);
        builder.WebHost.UseUrls(urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1 << 16;
            kestrel.Limits.MaxRequestLineSize = 4096;
        });
        builder.Services.AddRazorComponents();

        // The pages have no form that changes anything: no key has to outlive the process, and none is written to the disk.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddResponseCompression();
        builder.Services.AddSingleton(stands);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddMcpServer().WithHttpTransport(http => http.Stateless = true).WithTools<Mcp.Tools>();
        var app = builder.Build();
        app.UseResponseCompression();
        app.Use(Guard);
        app.Use((context, next) => Freshness.Check(context, stands, next));
        AssetFiles.Map(app);
        PageRoutes.Map(app, stands);
        DataRoutes.Map(app, stands);
        app.MapMcp("/mcp");
        return app;
    }

    private static Task Guard(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || (HttpMethods.IsPost(context.Request.Method) && context.Request.Path == "/mcp"))
        {
            return next(context);
        }

        headers.Allow = "GET, HEAD";
        return Problems.Of((int)HttpStatusCode.MethodNotAllowed, new Fault("WEB-0002", "Everything here is read-only: GET or HEAD, and POST for the tools at /mcp.", context.Request.Method)).ExecuteAsync(context);
    }
}
