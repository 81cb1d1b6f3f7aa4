using Plimsoll.Agreements;

namespace Plimsoll.Host.Web;

/// <summary>Where things stand, without language and day.</summary>
internal static class Addresses
{
    /// <summary>A finding: <c>/findings/clause@R.P.PRODUCT/period</c>.</summary>
    internal static string Of(Finding finding) => OfId(finding.Id);

    /// <summary>A finding by its whole id.</summary>
    internal static string OfId(string id) => $"/findings/{id.Split('/', 2)[^1]}";
}
