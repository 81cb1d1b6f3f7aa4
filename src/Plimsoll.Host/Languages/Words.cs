using Plimsoll.Agreements;
using Plimsoll.Indicators;

namespace Plimsoll.Host.Languages;

/// <summary>Every text of the pages. A language that lacks one does not compile.</summary>
public sealed record Words
{
    /// <summary>Short names of the months, January first.</summary>
    public required IReadOnlyList<string> Months { get; init; }

    /// <summary>A year as a period.</summary>
    public required Func<int, string> Year { get; init; }

    /// <summary>A day from its number, the short name and number of its month, and its year.</summary>
    public required Func<int, string, int, int, string> Day { get; init; }

    /// <summary>What the site is, for its title.</summary>
    public required string Site { get; init; }

    /// <summary>Link for keyboards and screen readers.</summary>
    public required string SkipToContent { get; init; }

    /// <summary>Name of the list of languages.</summary>
    public required string LanguageChoice { get; init; }

    /// <summary>Name of the main menu.</summary>
    public required string MainNavigation { get; init; }

    /// <summary>The first page.</summary>
    public required string Board { get; init; }

    /// <summary>Page of products.</summary>
    public required string Products { get; init; }

    /// <summary>Page of member states and the partner.</summary>
    public required string Countries { get; init; }

    /// <summary>Page of consultations.</summary>
    public required string Cases { get; init; }

    /// <summary>Page of releases.</summary>
    public required string Data { get; init; }

    /// <summary>Page of methods.</summary>
    public required string Methods { get; init; }

    /// <summary>Label of the search field and its button.</summary>
    public required string Search { get; init; }

    /// <summary>What can be searched for.</summary>
    public required string SearchHint { get; init; }

    /// <summary>Said once on every page while nothing is agreed.</summary>
    public required string IllustrativeBanner { get; init; }

    /// <summary>The same while one party has put it forward.</summary>
    public required string ProposedBanner { get; init; }

    /// <summary>The same while it is suspended.</summary>
    public required string SuspendedBanner { get; init; }

    /// <summary>Foot of every page.</summary>
    public required string NotOfficial { get; init; }

    /// <summary>When no day is chosen.</summary>
    public required string Newest { get; init; }

    /// <summary>When a day is chosen; takes the day.</summary>
    public required Func<string, string> AsKnownOn { get; init; }

    /// <summary>Label of the day field.</summary>
    public required string AsOf { get; init; }

    /// <summary>Button that applies a choice.</summary>
    public required string Show { get; init; }

    /// <summary>Name of a zone.</summary>
    public required Func<Zone, string> Zone { get; init; }

    /// <summary>Status of an agreement.</summary>
    public required Func<AgreementStatus, string> Status { get; init; }

    /// <summary>What an indicator measures.</summary>
    public required Func<IndicatorMeasure, string> Measure { get; init; }

    /// <summary>Over which months.</summary>
    public required Func<Window, string> Window { get; init; }

    /// <summary>Compared with what; empty for a level.</summary>
    public required Func<Baseline, string> Compared { get; init; }

    /// <summary>Head of a column.</summary>
    public required string ZoneHead { get; init; }

    /// <summary>Head of a column.</summary>
    public required string ClauseHead { get; init; }

    /// <summary>Head of a column.</summary>
    public required string SubjectHead { get; init; }

    /// <summary>Head of a column.</summary>
    public required string PeriodHead { get; init; }

    /// <summary>Head of a column.</summary>
    public required string ValueHead { get; init; }

    /// <summary>Head of a column.</summary>
    public required string LimitsHead { get; init; }

    /// <summary>Head of a column.</summary>
    public required string SinceHead { get; init; }

    /// <summary>Head of a column: the strip of zones.</summary>
    public required string HistoryHead { get; init; }

    /// <summary>A strip of zones for screen readers; takes the first and last period and the changes in words.</summary>
    public required Func<string, string, string, string> StripText { get; init; }

    /// <summary>A zone from a period on; takes both.</summary>
    public required Func<string, string, string> FromOn { get; init; }

    /// <summary>Link from the board to a clause; takes the number.</summary>
    public required Func<int, string> AllSubjects { get; init; }

    /// <summary>Heading: what is crossed now.</summary>
    public required string Crossed { get; init; }

    /// <summary>Heading: what changed.</summary>
    public required string Changed { get; init; }

    /// <summary>When no zone changed.</summary>
    public required string NothingChanged { get; init; }

    /// <summary>A change of zone: subject, clause, old zone, new zone, period.</summary>
    public required Func<string, string, string, string, string, string> ChangedSentence { get; init; }

    /// <summary>Stands under what changed.</summary>
    public required string Hedge { get; init; }

    /// <summary>Joins conditions of which one is enough.</summary>
    public required string AnyOf { get; init; }

    /// <summary>Joins conditions that must all hold.</summary>
    public required string AllOf { get; init; }

    /// <summary>How many periods must say so: k and n.</summary>
    public required Func<int, int, string> KOf { get; init; }

    /// <summary>The floor of a clause: measure and amount.</summary>
    public required Func<string, string, string> CountsFrom { get; init; }

    /// <summary>A flow below the floor; takes the amount.</summary>
    public required Func<string, string> TooSmall { get; init; }

    /// <summary>Heading.</summary>
    public required string ClauseText { get; init; }

    /// <summary>Said where a text exists in one language only; empty in that language.</summary>
    public required string InEnglish { get; init; }

    /// <summary>Label.</summary>
    public required string Reference { get; init; }

    /// <summary>Label; the basis of a clause.</summary>
    public required string WhoseFigures { get; init; }

    /// <summary>The basis in words; takes the word of the agreement.</summary>
    public required Func<string, string> BasisWord { get; init; }

    /// <summary>When a clause has no subject.</summary>
    public required string NoFindings { get; init; }

    /// <summary>Heading.</summary>
    public required string Computation { get; init; }

    /// <summary>Head of a column.</summary>
    public required string InputHead { get; init; }

    /// <summary>Heading.</summary>
    public required string Revisions { get; init; }

    /// <summary>When revisions alone changed the colour.</summary>
    public required string RevisedNote { get; init; }

    /// <summary>Head of a column.</summary>
    public required string KnownOnHead { get; init; }

    /// <summary>Heading.</summary>
    public required string ReleasesHeading { get; init; }

    /// <summary>Head of a column.</summary>
    public required string PublishedHead { get; init; }

    /// <summary>Head of a column.</summary>
    public required string SourceHead { get; init; }

    /// <summary>Head of a column.</summary>
    public required string FileHead { get; init; }

    /// <summary>Head of a column.</summary>
    public required string HashHead { get; init; }

    /// <summary>Opens the numbers of a chart.</summary>
    public required string DataAsTable { get; init; }

    /// <summary>Label of the list of formats.</summary>
    public required string SameAs { get; init; }

    /// <summary>Takes the reason.</summary>
    public required Func<string, string> NotAssessableBecause { get; init; }

    /// <summary>Title of the page for an unknown address.</summary>
    public required string NotFound { get; init; }

    /// <summary>What to do then.</summary>
    public required string NotFoundHint { get; init; }

    /// <summary>Reporter and partner; takes their names.</summary>
    public required Func<string, string, string> Subject { get; init; }

    /// <summary>The product TOTAL.</summary>
    public required string AllGoods { get; init; }

    /// <summary>The page of sources and releases.</summary>
    public required DataWords OfData { get; init; }

    /// <summary>The pages of methods.</summary>
    public required MethodWords OfMethods { get; init; }

    /// <summary>The search.</summary>
    public required SearchWords OfSearch { get; init; }

    /// <summary>The pages of cases, commitments and readouts.</summary>
    public required CaseWords OfCases { get; init; }
}
