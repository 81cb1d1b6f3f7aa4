using Plimsoll.Agreements;
using Plimsoll.Consultations;
using Plimsoll.Host.Languages;
using Plimsoll.Host.Web;
using Plimsoll.Trade;

namespace Plimsoll.Host.Briefings;

/// <summary>
/// Two pages that a minister can read and a specialist can check: what crossed, what changed, why it may be wrong, what is due. The
/// sections are sentences, so that every form (HTML, PDF, DOCX) says the same.
/// </summary>
/// <param name="Title">Title.</param>
/// <param name="Language">Language of everything.</param>
/// <param name="Status">How much the parties agreed to.</param>
/// <param name="Lead">Sentences at the top.</param>
/// <param name="Sections">In order.</param>
/// <param name="Headline">The finding that is drawn; null when none has a history.</param>
/// <param name="Check">How to check a line.</param>
public sealed record Briefing(
    string Title, Language Language, AgreementStatus Status, IReadOnlyList<string> Lead, IReadOnlyList<BriefingSection> Sections, Explained? Headline, string Check)
{
    // As many as fit two pages beside a chart.
    private const int LinesShown = 8;

    /// <summary>The briefing of a month: on the figures known on its last day, against those known a month earlier.</summary>
    internal static Briefing Of(Stands stands, Month month, IReadOnlyList<(string Name, CaseDeadline Deadline)> due, Language language)
    {
        var last = LastDay(month, stands.Today);
        var (now, before) = (stands.Of(last), stands.Of(month.FirstDay.AddDays(-1)));
        var write = new BriefingWriter(language, now, before, LinesShown);
        var words = BriefingWords.In(language);
        var headline = now.Clauses.SelectMany(c => c.Shown).FirstOrDefault(c => c.Finding.Zone != Zone.NotAssessable && c.History.Count > 1);
        return new Briefing(
            words.Title(now.Agreement.Title, language.Period(Period.Of(month))),
            language,
            now.Agreement.Status,
            [words.Stand(language.Day(last)), write.Summary()],
            [
                new BriefingSection(words.Crossed, write.Crossed()),
                new BriefingSection(words.Changed(language.Day(month.FirstDay.AddDays(-1))), write.Changed()),
                new BriefingSection(words.WhyWrong, write.WhyWrong()),
                new BriefingSection(words.Due, write.Due(due)),
            ],
            headline is null ? null : stands.Explain(FindingId.Parse(headline.Finding.Id).Value, last),
            words.Check("plimsoll explain CLAUSE@REPORTER.PARTNER.PRODUCT/PERIOD --as-of " + last.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static DateOnly LastDay(Month month, DateOnly today)
    {
        var last = month.Plus(1).FirstDay.AddDays(-1);
        return last < today ? last : today;
    }
}
