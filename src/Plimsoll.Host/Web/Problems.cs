using Plimsoll.Trade;

namespace Plimsoll.Host.Web;

/// <summary>Refusals as problem details (RFC 9457): the code has a page under docs/codes.</summary>
internal static class Problems
{
    internal static IResult Of(int status, Fault fault) => Results.Problem(
        detail: fault.Message,
        statusCode: status,
        title: fault.Code,
        type: $"urn:plimsoll:code:{fault.Code}",
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = fault.Code, ["text"] = fault.Text });
}
