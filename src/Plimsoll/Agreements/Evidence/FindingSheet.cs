using Plimsoll.Agreements.Run;
using Plimsoll.Indicators;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Evidence;

/// <summary><c>finding.json</c>: the finding, the clause and the agreement that it was held against.</summary>
/// <param name="Format">Form of the pack.</param>
/// <param name="Id">Id of the finding.</param>
/// <param name="Sentence">The finding in words.</param>
/// <param name="Zone">Zone.</param>
/// <param name="Status">How much the parties agreed to.</param>
/// <param name="StatusNote">What a reader must know before believing a colour.</param>
/// <param name="PreviousZone">Zone one period earlier on the same vintage.</param>
/// <param name="Period">Period assessed.</param>
/// <param name="Subject">What was measured.</param>
/// <param name="Indicator">Id of the leading reading, with method version.</param>
/// <param name="Figures">Whose figures the leading reading was made from.</param>
/// <param name="Value">Unrounded; null when there is none.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Valuation">CIF or FOB, and whose statistics.</param>
/// <param name="Thresholds">Limits that applied to it.</param>
/// <param name="Basis">Whose figures count.</param>
/// <param name="AsOf">Day whose vintages were used; null for the newest.</param>
/// <param name="KnownAt">When the youngest release that entered was published.</param>
/// <param name="MethodVersion">Version of all methods.</param>
/// <param name="Reason">Why not assessable.</param>
/// <param name="Releases">Releases that the finding names.</param>
/// <param name="Agreement">The agreement.</param>
/// <param name="Clause">The clause.</param>
internal sealed record FindingSheet(
    string Format,
    string Id,
    string Sentence,
    Zone Zone,
    AgreementStatus Status,
    string StatusNote,
    Zone PreviousZone,
    Period Period,
    Subject Subject,
    string? Indicator,
    Figures? Figures,
    decimal? Value,
    string Unit,
    string Valuation,
    AppliedThresholds Thresholds,
    string Basis,
    DateOnly? AsOf,
    DateTimeOffset? KnownAt,
    int MethodVersion,
    Fault? Reason,
    IReadOnlyList<string> Releases,
    AgreementSheet Agreement,
    ClauseSheet Clause)
{
    internal const string CurrentFormat = "plimsoll-evidence/1";

    internal static FindingSheet Of(AgreementFile file, FindingTrace trace)
    {
        var finding = trace.Finding;
        var agreement = file.Agreement!;
        var leading = finding.Readings is [var first, ..] ? first : null;
        var sheet = new FindingSheet(
            CurrentFormat,
            finding.Id,
            "",
            finding.Zone,
            finding.Status,
            agreement.Note,
            finding.PreviousZone,
            finding.Period,
            finding.Subject,
            leading?.Indicator,
            trace.Periods[^1].Readings.Where(r => ReferenceEquals(r.Value, leading)).Select(r => (Figures?)r.Key.Figures).FirstOrDefault(),
            leading?.Value,
            leading is { Unit.Length: > 0 } ? leading.Unit : trace.Clause.Condition.Thresholds[0].Unit,
            leading?.Valuation ?? "",
            finding.Thresholds,
            finding.Basis,
            finding.AsOf,
            finding.KnownAt,
            IndicatorRun.MethodVersion,
            finding.Reason,
            finding.Releases,
            AgreementSheet.Of(file.Text),
            ClauseSheet.Of(trace.Clause));
        return sheet with { Sentence = FindingWords.Sentence(sheet) };
    }
}
