using Plimsoll.Consultations;
using Plimsoll.Consultations.Record;

namespace Plimsoll.Host.Languages;

/// <summary>The texts of the pages of cases, commitments and readouts.</summary>
public sealed record CaseWords
{
    /// <summary>When there is none.</summary>
    public required string NoCases { get; init; }

    /// <summary>Head of a column.</summary>
    public required string Case { get; init; }

    /// <summary>Head of a column.</summary>
    public required string State { get; init; }

    /// <summary>A state.</summary>
    public required Func<CaseState, string> StateName { get; init; }

    /// <summary>Head of a column.</summary>
    public required string Opened { get; init; }

    /// <summary>Heading.</summary>
    public required string Findings { get; init; }

    /// <summary>Head of a column.</summary>
    public required string Due { get; init; }

    /// <summary>Page of commitments.</summary>
    public required string Commitments { get; init; }

    /// <summary>Page of readouts.</summary>
    public required string Readouts { get; init; }

    /// <summary>Heading.</summary>
    public required string Clocks { get; init; }

    /// <summary>A deadline that was met.</summary>
    public required Func<string, string> MetOn { get; init; }

    /// <summary>A deadline that lapsed.</summary>
    public required Func<string, string> LapsedOn { get; init; }

    /// <summary>A deadline that is open.</summary>
    public required string Open { get; init; }

    /// <summary>Who has to act.</summary>
    public required Func<string, string> WaitsFor { get; init; }

    /// <summary>A finding that a revision took back.</summary>
    public required string Withdrawn { get; init; }

    /// <summary>Heading.</summary>
    public required string Steps { get; init; }

    /// <summary>A step that the other party entered too.</summary>
    public required string Confirmed { get; init; }

    /// <summary>Heading.</summary>
    public required string Positions { get; init; }

    /// <summary>When nobody has said anything.</summary>
    public required string NoPositions { get; init; }

    /// <summary>Behind an objection.</summary>
    public required string Objects { get; init; }

    /// <summary>A workstream.</summary>
    public required Func<Workstream, string> WorkstreamName { get; init; }

    /// <summary>Behind a commitment whose day is over.</summary>
    public required string Overdue { get; init; }

    /// <summary>Head of a column.</summary>
    public required string Topic { get; init; }

    /// <summary>Head of a column.</summary>
    public required string Compared { get; init; }

    /// <summary>How two accounts stand to each other.</summary>
    public required Func<Verdict, string> VerdictName { get; init; }

    /// <summary>Where a party says nothing.</summary>
    public required string NothingFound { get; init; }

    internal static CaseWords English { get; } = new()
    {
        NoCases = "No consultation is in the ledger of this store. A line that is crossed opens one with plimsoll case update.",
        Case = "Case",
        State = "Stands at",
        StateName = state => state switch
        {
            CaseState.EarlyWarning => "early warning",
            CaseState.Notified => "notified",
            CaseState.Acknowledged => "acknowledged",
            CaseState.TechnicalTalks => "technical talks",
            CaseState.PoliticalConsultation => "political consultation",
            CaseState.Outcome => "outcome",
            _ => "closed",
        },
        Opened = "Opened",
        Findings = "Findings",
        Due = "Next due",
        Commitments = "Commitments",
        Readouts = "Readouts of meetings, side by side",
        Clocks = "Clocks",
        MetOn = day => $"met on {day}",
        LapsedOn = day => $"lapsed, entered on {day}",
        Open = "open",
        WaitsFor = who => $"waits for {who}",
        Withdrawn = "withdrawn by a revision",
        Steps = "Steps",
        Confirmed = "confirmed",
        Positions = "Positions, side by side",
        NoPositions = "Neither party has entered a position.",
        Objects = "objects",
        WorkstreamName = stream => stream switch
        {
            Workstream.Rebalancing => "rebalancing",
            Workstream.ExportControls => "export controls",
            Workstream.IntellectualProperty => "intellectual property",
            _ => "WTO reform",
        },
        Overdue = "overdue",
        Topic = "Topic",
        Compared = "Compared",
        VerdictName = verdict => verdict switch
        {
            Verdict.SaidByBoth => "said by both",
            Verdict.Differing => "differing",
            Verdict.ByOneOnly => "by one only",
            _ => "by neither",
        },
        NothingFound = "nothing was found",
    };

    internal static CaseWords German { get; } = new()
    {
        NoCases = "Im Register dieses Speichers steht keine Konsultation. Eine überschrittene Marke eröffnet eine mit plimsoll case update.",
        Case = "Fall",
        State = "Stand",
        StateName = state => state switch
        {
            CaseState.EarlyWarning => "Frühwarnung",
            CaseState.Notified => "mitgeteilt",
            CaseState.Acknowledged => "bestätigt",
            CaseState.TechnicalTalks => "Fachgespräche",
            CaseState.PoliticalConsultation => "politische Konsultation",
            CaseState.Outcome => "Ergebnis",
            _ => "geschlossen",
        },
        Opened = "Eröffnet",
        Findings = "Befunde",
        Due = "Nächste Frist",
        Commitments = "Zusagen",
        Readouts = "Berichte über Treffen, nebeneinander",
        Clocks = "Fristen",
        MetOn = day => $"erfüllt am {day}",
        LapsedOn = day => $"verstrichen, eingetragen am {day}",
        Open = "offen",
        WaitsFor = who => $"wartet auf {who}",
        Withdrawn = "durch eine Revision zurückgenommen",
        Steps = "Schritte",
        Confirmed = "bestätigt",
        Positions = "Standpunkte, nebeneinander",
        NoPositions = "Keine Partei hat einen Standpunkt eingetragen.",
        Objects = "erhebt Einwand",
        WorkstreamName = stream => stream switch
        {
            Workstream.Rebalancing => "Ausgleich",
            Workstream.ExportControls => "Ausfuhrkontrollen",
            Workstream.IntellectualProperty => "geistiges Eigentum",
            _ => "WTO-Reform",
        },
        Overdue = "überfällig",
        Topic = "Thema",
        Compared = "Vergleich",
        VerdictName = verdict => verdict switch
        {
            Verdict.SaidByBoth => "von beiden gesagt",
            Verdict.Differing => "abweichend",
            Verdict.ByOneOnly => "nur von einer Seite",
            _ => "von keiner Seite",
        },
        NothingFound = "nichts gefunden",
    };

    internal static CaseWords French { get; } = new()
    {
        NoCases = "Le registre de ce dépôt ne contient aucune consultation. Une ligne franchie en ouvre une avec plimsoll case update.",
        Case = "Dossier",
        State = "Étape",
        StateName = state => state switch
        {
            CaseState.EarlyWarning => "alerte précoce",
            CaseState.Notified => "notifié",
            CaseState.Acknowledged => "accusé de réception",
            CaseState.TechnicalTalks => "discussions techniques",
            CaseState.PoliticalConsultation => "consultation politique",
            CaseState.Outcome => "issue",
            _ => "clos",
        },
        Opened = "Ouvert le",
        Findings = "Constats",
        Due = "Prochaine échéance",
        Commitments = "Engagements",
        Readouts = "Comptes rendus de réunions, côte à côte",
        Clocks = "Délais",
        MetOn = day => $"respecté le {day}",
        LapsedOn = day => $"échu, inscrit le {day}",
        Open = "en cours",
        WaitsFor = who => $"attend {who}",
        Withdrawn = "retiré par une révision",
        Steps = "Étapes",
        Confirmed = "confirmé",
        Positions = "Positions, côte à côte",
        NoPositions = "Aucune partie n’a inscrit de position.",
        Objects = "objection",
        WorkstreamName = stream => stream switch
        {
            Workstream.Rebalancing => "rééquilibrage",
            Workstream.ExportControls => "contrôles à l’exportation",
            Workstream.IntellectualProperty => "propriété intellectuelle",
            _ => "réforme de l’OMC",
        },
        Overdue = "en retard",
        Topic = "Sujet",
        Compared = "Comparaison",
        VerdictName = verdict => verdict switch
        {
            Verdict.SaidByBoth => "dit par les deux",
            Verdict.Differing => "divergent",
            Verdict.ByOneOnly => "par une seule partie",
            _ => "par aucune partie",
        },
        NothingFound = "rien n’a été trouvé",
    };

    internal static CaseWords Chinese { get; } = new()
    {
        NoCases = "本库账本中没有磋商。越线后可用 plimsoll case update 立案。",
        Case = "个案",
        State = "阶段",
        StateName = state => state switch
        {
            CaseState.EarlyWarning => "早期预警",
            CaseState.Notified => "已通知",
            CaseState.Acknowledged => "已确认收悉",
            CaseState.TechnicalTalks => "技术磋商",
            CaseState.PoliticalConsultation => "政治磋商",
            CaseState.Outcome => "结果",
            _ => "已结案",
        },
        Opened = "立案日",
        Findings = "评估结果",
        Due = "下一期限",
        Commitments = "承诺",
        Readouts = "会谈通报对照",
        Clocks = "期限",
        MetOn = day => $"{day}完成",
        LapsedOn = day => $"已逾期，{day}登记",
        Open = "进行中",
        WaitsFor = who => $"等待{who}",
        Withdrawn = "因修订撤回",
        Steps = "步骤",
        Confirmed = "已确认",
        Positions = "双方立场",
        NoPositions = "双方均未登记立场。",
        Objects = "反对",
        WorkstreamName = stream => stream switch
        {
            Workstream.Rebalancing => "再平衡",
            Workstream.ExportControls => "出口管制",
            Workstream.IntellectualProperty => "知识产权",
            _ => "世贸组织改革",
        },
        Overdue = "逾期",
        Topic = "议题",
        Compared = "对照",
        VerdictName = verdict => verdict switch
        {
            Verdict.SaidByBoth => "双方均称",
            Verdict.Differing => "说法不同",
            Verdict.ByOneOnly => "仅一方提及",
            _ => "双方均未提及",
        },
        NothingFound = "未见",
    };
}
