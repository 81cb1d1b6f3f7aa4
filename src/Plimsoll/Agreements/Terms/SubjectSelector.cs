using Plimsoll.Indicators;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Terms;

/// <summary>What a clause applies to.</summary>
/// <param name="Reporters">Codes or named groups.</param>
/// <param name="Level">Whether groups are taken as one.</param>
/// <param name="Partners">Codes or named groups.</param>
/// <param name="Products">Codes, <c>TOTAL</c>, or <see cref="EachCn8"/>.</param>
/// <param name="Flow">Direction; <see cref="Flow.None"/> when both enter.</param>
/// <param name="Source">Word for the statistics that count, e.g. <c>published</c>, <c>comext</c>, <c>gacc</c>.</param>
/// <param name="Regime">Customs regime that counts: <c>all</c> or <c>preferential</c>.</param>
public sealed record SubjectSelector(
    IReadOnlyList<string> Reporters,
    ReporterLevel Level,
    IReadOnlyList<string> Partners,
    IReadOnlyList<string> Products,
    Flow Flow,
    string Source,
    string Regime)
{
    /// <summary>Stands for every eight-digit code of the Combined Nomenclature, one subject each.</summary>
    public const string EachCn8 = "each_cn8";

    /// <summary>Every subject that the clause has to be held against.</summary>
    /// <param name="membersOf">Members of a group; asked only when the clause looks at each member.</param>
    /// <param name="cn8">Every eight-digit code; asked only when the clause looks at each.</param>
    public IEnumerable<Subject> Subjects(Func<string, IEnumerable<string>> membersOf, Func<IEnumerable<string>> cn8) =>
        from reporter in Level == ReporterLevel.EachMember ? Reporters.SelectMany(membersOf) : Reporters
        from partner in Partners
        from product in Products.SelectMany(product => string.Equals(product, EachCn8, StringComparison.Ordinal) ? cn8() : [product])
        select new Subject(reporter, partner, product, Flow);
}
