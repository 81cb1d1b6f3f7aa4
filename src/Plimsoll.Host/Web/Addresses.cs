using Plimsoll.Agreements;

namespace Plimsoll.Host.Web;

/// <summary>Where things stand, without language and day.</summary>
internal static class Addresses
{
    /// <summary>A finding: <c>/findings/clause@R.P.PRODUCT/period</c>.</summary>
    internal static string Of(Finding finding) => $"/findings/{finding.Id.Split('/', 2)[1]}";
}
