using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Plimsoll.Host.Web;

/// <summary>Style, script and icon, which travel inside the program. Their addresses carry their hash, so that they are kept for ever.</summary>
internal static class AssetFiles
{
    private static readonly FrozenDictionary<string, (string Hash, byte[] Bytes, string Type)> Files = new Dictionary<string, (string, byte[], string)>(StringComparer.Ordinal)
    {
        ["plimsoll.css"] = Read("plimsoll.css", "text/css; charset=utf-8"),
        ["plimsoll.js"] = Read("plimsoll.js", "text/javascript; charset=utf-8"),
        ["mark.svg"] = Read("mark.svg", "image/svg+xml"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Address of a file.</summary>
    internal static string Address(string name) => $"/a/{Files[name].Hash}/{name}";

    /// <summary>A file that is written into another.</summary>
    internal static string Text(string name) => Encoding.UTF8.GetString(Read(name, "").Item2);

    internal static void Map(WebApplication app) => app.MapGet("/a/{hash}/{name}", (string hash, string name, HttpContext context) =>
    {
        if (!Files.TryGetValue(name, out var file) || !string.Equals(file.Hash, hash, StringComparison.Ordinal))
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(file.Bytes, file.Type, entityTag: new EntityTagHeaderValue($"\"{hash}\""));
    });

    private static (string, byte[], string) Read(string name, string type)
    {
        using var stream = typeof(AssetFiles).Assembly.GetManifestResourceStream($"assets/{name}") ?? throw new InvalidOperationException($"The program lacks the asset {name}.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return (Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()))[..16], bytes.ToArray(), type);
    }
}
