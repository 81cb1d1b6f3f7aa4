namespace Plimsoll.Host.Briefings;

/// <summary>The texts of a briefing. A language that lacks one does not compile.</summary>
public sealed record BriefingWords
{
    /// <summary>Title; takes the agreement and the month.</summary>
    public required Func<string, string, string> Title { get; init; }

    /// <summary>What the figures are; takes the day.</summary>
    public required Func<string, string> Stand { get; init; }

    /// <summary>One sentence: red, amber, all clauses.</summary>
    public required Func<int, int, int, string> Summary { get; init; }

    /// <summary>Heading.</summary>
    public required string Crossed { get; init; }

    /// <summary>When nothing is.</summary>
    public required string CrossedNone { get; init; }

    /// <summary>Clause, subject, zone, value, period, since.</summary>
    public required Func<string, string, string, string, string, string, string> CrossedLine { get; init; }

    /// <summary>How many are left out; where they are.</summary>
    public required Func<int, string> More { get; init; }

    /// <summary>Heading; takes the day before.</summary>
    public required Func<string, string> Changed { get; init; }

    /// <summary>When nothing did.</summary>
    public required string ChangedNone { get; init; }

    /// <summary>A change that a new period brought: clause, subject, old zone and period, new zone and period.</summary>
    public required Func<string, string, string, string, string, string, string> ByNewPeriod { get; init; }

    /// <summary>A change that a revision made: clause, subject, old zone, new zone, period.</summary>
    public required Func<string, string, string, string, string, string> ByRevision { get; init; }

    /// <summary>A finding that there was none of before: clause, subject, zone, period.</summary>
    public required Func<string, string, string, string, string> FirstSeen { get; init; }

    /// <summary>Heading.</summary>
    public required string WhyWrong { get; init; }

    /// <summary>While nothing is agreed.</summary>
    public required string NotAgreed { get; init; }

    /// <summary>Clauses that say nothing: their number of subjects.</summary>
    public required Func<int, int, string> NotAssessable { get; init; }

    /// <summary>Verdicts that a revision changed in the past: how many of those crossed.</summary>
    public required Func<int, string> Revised { get; init; }

    /// <summary>About CIF and FOB.</summary>
    public required string Valuation { get; init; }

    /// <summary>About transit.</summary>
    public required string Transit { get; init; }

    /// <summary>Heading.</summary>
    public required string Due { get; init; }

    /// <summary>When there is no case.</summary>
    public required string DueNone { get; init; }

    /// <summary>A deadline: case, what, until when.</summary>
    public required Func<string, string, string, string> DueLine { get; init; }

    /// <summary>How to check; takes the command.</summary>
    public required Func<string, string> Check { get; init; }

    /// <summary>The texts in a language.</summary>
    internal static BriefingWords In(Languages.Language language) => language.Code switch
    {
        "de" => BriefingTexts.German,
        "fr" => BriefingTexts.French,
        "zh" => BriefingTexts.Chinese,
        _ => BriefingTexts.English,
    };
}
