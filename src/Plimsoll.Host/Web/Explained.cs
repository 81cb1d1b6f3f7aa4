using Plimsoll.Agreements;
using Plimsoll.Sources;
using Plimsoll.Store.Query;

namespace Plimsoll.Host.Web;

/// <summary>One finding with everything that explains it.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Course">The finding and the periods before.</param>
/// <param name="Vintages">The same period on the figures known on each day on which the verdict or the value changed.</param>
/// <param name="Releases">The releases that were read.</param>
/// <param name="Rows">The rows that entered.</param>
public sealed record Explained(Clause Clause, Course Course, IReadOnlyList<Finding> Vintages, IReadOnlyList<Release> Releases, IReadOnlyList<QueryRow> Rows)
{
    internal Finding Finding => Course.Finding;
}
