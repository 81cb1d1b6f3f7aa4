using Plimsoll.Agreements;

namespace Plimsoll.Host.Web;

/// <summary>A finding and how its zone came to be what it is.</summary>
/// <param name="Finding">The last of <paramref name="History"/>.</param>
/// <param name="History">The same clause and subject, oldest period first.</param>
public sealed record Course(Finding Finding, IReadOnlyList<Finding> History)
{
    /// <summary>First period of the zone that stands now.</summary>
    internal Finding Since => History.Reverse().TakeWhile(f => f.Zone == Finding.Zone).LastOrDefault() ?? Finding;
}
