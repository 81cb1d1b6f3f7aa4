using Plimsoll.Agreements;

namespace Plimsoll.Host.Web;

/// <summary>A clause with its findings, the worst first.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Findings">One for each subject.</param>
/// <param name="Shown">The first few with the periods before.</param>
public sealed record ClauseStand(Clause Clause, IReadOnlyList<Finding> Findings, IReadOnlyList<Course> Shown);
