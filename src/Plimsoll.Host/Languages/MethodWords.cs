namespace Plimsoll.Host.Languages;

/// <summary>The texts around the pages of methods.</summary>
public sealed record MethodWords
{
    /// <summary>Heading of the list.</summary>
    public required string Contents { get; init; }

    /// <summary>Link to the glossary.</summary>
    public required string Glossary { get; init; }

    /// <summary>Link to the standards.</summary>
    public required string Standards { get; init; }

    /// <summary>Link to the published cases.</summary>
    public required string Validation { get; init; }

    internal static MethodWords English { get; } = new()
    {
        Contents = "Every figure on these pages is computed as written here.",
        Glossary = "Glossary",
        Standards = "Standards",
        Validation = "Checked against published figures",
    };

    internal static MethodWords German { get; } = new()
    {
        Contents = "Jede Zahl auf diesen Seiten wird so berechnet, wie es hier steht.",
        Glossary = "Glossar",
        Standards = "Normen",
        Validation = "Geprüft an veröffentlichten Zahlen",
    };

    internal static MethodWords French { get; } = new()
    {
        Contents = "Chaque chiffre de ces pages est calculé comme il est écrit ici.",
        Glossary = "Glossaire",
        Standards = "Normes",
        Validation = "Vérifié sur des chiffres publiés",
    };

    internal static MethodWords Chinese { get; } = new()
    {
        Contents = "本网站的每个数字均按此处所述计算。",
        Glossary = "术语表",
        Standards = "标准",
        Validation = "以公布数据校验",
    };
}
