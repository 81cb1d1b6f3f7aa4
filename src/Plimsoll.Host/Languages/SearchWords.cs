namespace Plimsoll.Host.Languages;

/// <summary>The texts of the search.</summary>
public sealed record SearchWords
{
    /// <summary>Heading; takes the question.</summary>
    public required Func<string, string> Results { get; init; }

    /// <summary>When nothing is found.</summary>
    public required string None { get; init; }

    /// <summary>Heading of near matches.</summary>
    public required string Near { get; init; }

    /// <summary>Heading.</summary>
    public required string Clauses { get; init; }

    /// <summary>Heading.</summary>
    public required string Products { get; init; }

    /// <summary>Heading.</summary>
    public required string Countries { get; init; }

    /// <summary>Behind a code of which the store has no finding.</summary>
    public required string NotWatched { get; init; }

    internal static SearchWords English { get; } = new()
    {
        Results = text => $"Results for “{text}”",
        None = "Nothing is called that, and nothing is near it.",
        Near = "Near matches",
        Clauses = "Clauses",
        Products = "Product codes",
        Countries = "Countries and groups",
        NotWatched = "no finding",
    };

    internal static SearchWords German { get; } = new()
    {
        Results = text => $"Ergebnisse für „{text}“",
        None = "Nichts heißt so, und nichts ist ähnlich.",
        Near = "Ähnliches",
        Clauses = "Klauseln",
        Products = "Warencodes",
        Countries = "Länder und Gruppen",
        NotWatched = "kein Befund",
    };

    internal static SearchWords French { get; } = new()
    {
        Results = text => $"Résultats pour « {text} »",
        None = "Rien ne porte ce nom, ni rien d’approchant.",
        Near = "Résultats proches",
        Clauses = "Clauses",
        Products = "Codes de produits",
        Countries = "Pays et groupes",
        NotWatched = "aucun constat",
    };

    internal static SearchWords Chinese { get; } = new()
    {
        Results = text => $"“{text}”的搜索结果",
        None = "没有找到，也没有相近的结果。",
        Near = "相近结果",
        Clauses = "条款",
        Products = "商品编码",
        Countries = "国家和组别",
        NotWatched = "无评估",
    };
}
