using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Plimsoll.Host.Web;

/// <summary>
/// Lets a reader keep what it has. Every answer is made of the address, the releases of the store, the agreement and this program, and
/// its tag says so: nothing has to be computed to tell that it has not changed. What was known on a past day is kept for a day without
/// asking, and no longer: a release of that day may still be taken in.
/// </summary>
internal static class Freshness
{
    private static readonly string Program = typeof(Freshness).Assembly.ManifestModule.ModuleVersionId.ToString();

    internal static Task Check(HttpContext context, Stands stands, RequestDelegate next)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            return next(context);
        }

        var tag = Tag(request, stands);
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            if (context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified && StringValues.IsNullOrEmpty(headers.ETag))
            {
                headers.ETag = tag;
                headers.CacheControl = Requests.AsOf(request, stands.Today) is { Ok: true, Value: { } day } && day < stands.Today ? "public, max-age=86400" : "no-cache";
            }

            return Task.CompletedTask;
        });
        if (request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return next(context);
    }

    // Of today: on another day a figure may count as late, and a deadline as over.
    private static string Tag(HttpRequest request, Stands stands)
    {
        var made = string.Join('\n', [Program, stands.Today.ToString("O"), stands.Agreement.Id, $"{stands.Agreement.Version}", request.Path.Value ?? "", request.QueryString.Value ?? "", request.Headers.Accept.ToString(), .. stands.Releases().Select(r => r.Id)]);
        return $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(made)))[..20]}\"";
    }
}
