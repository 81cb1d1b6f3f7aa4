namespace Plimsoll.Host.Languages;

/// <summary>The texts of the page of sources and releases.</summary>
public sealed record DataWords
{
    /// <summary>Heading.</summary>
    public required string Sources { get; init; }

    /// <summary>Head of a column.</summary>
    public required string LastPeriod { get; init; }

    /// <summary>Head of a column.</summary>
    public required string UsualLag { get; init; }

    /// <summary>Head of a column.</summary>
    public required string Expected { get; init; }

    /// <summary>Head of a column.</summary>
    public required string Releases { get; init; }

    /// <summary>Head of a column.</summary>
    public required string Refused { get; init; }

    /// <summary>Head of a column.</summary>
    public required string Stored { get; init; }

    /// <summary>A number of days.</summary>
    public required Func<int, string> Days { get; init; }

    /// <summary>Where nothing can be said.</summary>
    public required string Unknown { get; init; }

    /// <summary>Where the next period should have come.</summary>
    public required string Overdue { get; init; }

    /// <summary>What the lag is made of.</summary>
    public required string LagNote { get; init; }

    internal static DataWords English { get; } = new()
    {
        Sources = "How fresh each source is",
        LastPeriod = "Last period",
        UsualLag = "Usual lag",
        Expected = "Next expected",
        Releases = "Releases",
        Refused = "Refused",
        Stored = "Stored",
        Days = days => $"{days} days",
        Unknown = "unknown",
        Overdue = "overdue",
        LagNote = "The usual lag is the median of what this store has seen, from the end of a period to its first publication. It is no promise of the source.",
    };

    internal static DataWords German { get; } = new()
    {
        Sources = "Wie aktuell jede Quelle ist",
        LastPeriod = "Letzter Zeitraum",
        UsualLag = "Üblicher Abstand",
        Expected = "Nächste erwartet",
        Releases = "Veröffentlichungen",
        Refused = "Abgelehnt",
        Stored = "Gespeichert",
        Days = days => $"{days} Tage",
        Unknown = "unbekannt",
        Overdue = "überfällig",
        LagNote = "Der übliche Abstand ist der Median dessen, was dieser Speicher gesehen hat: vom Ende eines Zeitraums bis zu seiner ersten Veröffentlichung. Er ist keine Zusage der Quelle.",
    };

    internal static DataWords French { get; } = new()
    {
        Sources = "Fraîcheur de chaque source",
        LastPeriod = "Dernière période",
        UsualLag = "Délai habituel",
        Expected = "Prochaine attendue",
        Releases = "Publications",
        Refused = "Refusés",
        Stored = "Enregistrés",
        Days = days => $"{days} jours",
        Unknown = "inconnu",
        Overdue = "en retard",
        LagNote = "Le délai habituel est la médiane de ce que ce dépôt a vu, de la fin d’une période à sa première publication. Ce n’est pas un engagement de la source.",
    };

    internal static DataWords Chinese { get; } = new()
    {
        Sources = "各来源的时效",
        LastPeriod = "最近时期",
        UsualLag = "通常时滞",
        Expected = "预计下次发布",
        Releases = "发布次数",
        Refused = "拒收",
        Stored = "入库",
        Days = days => $"{days}天",
        Unknown = "未知",
        Overdue = "逾期",
        LagNote = "通常时滞为本库所见各期自期末至首次发布天数的中位数，并非来源的承诺。",
    };
}
