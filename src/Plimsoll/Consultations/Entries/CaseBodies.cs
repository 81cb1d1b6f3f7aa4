using System.Globalization;
using System.Text.Json;
using Plimsoll.Agreements;
using Plimsoll.Agreements.Terms;
using Plimsoll.Consultations.Calendars;
using Plimsoll.Ledger;

namespace Plimsoll.Consultations.Entries;

/// <summary>What stands in the bodies of the entries about cases. docs/consultations.md lists the members.</summary>
internal static class CaseBodies
{
    private static readonly JsonSerializerOptions Layout = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    internal static JsonElement Write(object body) => JsonSerializer.SerializeToElement(body, Layout);

    internal static object Finding(Finding finding, CaseEffect effect) => new
    {
        finding.Id,
        Effect = Spelt.Of(effect),
        Status = Spelt.Of(finding.Status),
        Limits = Limits(finding.Thresholds),
        Vintage = Vintage(VintageOf(finding)),
    };

    internal static FindingVintage VintageOf(Finding finding) => new(
        Spelt.Of(finding.Zone),
        Number(finding.Readings is [var leading, ..] ? leading.Value : null),
        finding.Readings is [var first, ..] ? first.Unit : "",
        finding.KnownAt?.UtcDateTime.ToString(FindingVintage.MomentFormat, CultureInfo.InvariantCulture),
        finding.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        finding.Releases);

    internal static object Vintage(FindingVintage vintage) => new { vintage.Zone, vintage.Value, vintage.Unit, vintage.KnownAt, vintage.AsOf, vintage.Releases };

    internal static object? Clock(ConsultationClock? clock) => clock is null ? null : new { clock.Days, Calendar = Spelt.Of(clock.WorkingDays ? ClockDays.WorkingDays : ClockDays.CalendarDays) };

    internal static CaseFinding? ReadFinding(EntryBody body) => body.Inner("finding", finding =>
    {
        var vintage = finding.Inner("vintage", ReadVintage) ?? new FindingVintage("", null, "", null, null, []);
        var (id, effect) = (finding.Text("id"), finding.Word<CaseEffect>("effect"));
        return new CaseFinding(id, effect, finding.Text("status"), finding.Optional("limits") ?? "", [vintage], [], Withdrawn: false, default);
    });

    internal static FindingVintage ReadVintage(EntryBody body) => new(
        body.Text("zone"), body.Optional("value"), body.Optional("unit") ?? "", body.Optional("known_at"), body.Optional("as_of"), body.Texts("releases"));

    internal static CaseClock? ReadClock(EntryBody body)
    {
        var parties = body.Texts("parties");
        return body.Inner("clock", clock => new CaseClock(
            new ConsultationClock(clock.Whole("days", 1, DayCount.Longest), clock.Word<ClockDays>("calendar") == ClockDays.WorkingDays), parties, default));
    }

    internal static CaseStep ReadStep(EntryBody body, Entry entry)
    {
        var closes = entry.Kind == EntryKind.CaseClosed;
        return new CaseStep(
            closes ? CaseState.Outcome : body.Word<CaseState>("from"),
            closes ? CaseState.Closed : body.Word<CaseState>("to"),
            entry.Log,
            entry.At,
            body.Text("note"),
            body.Optional("link"),
            Confirms: false,
            body.OptionalWord<CaseOutcome>("outcome"),
            body.Optional("by"),
            body.Optional("reference"));
    }

    private static string Limits(AppliedThresholds limits)
    {
        string?[] parts = [Limit("amber", limits.Comparator, limits.Amber), Limit("red", limits.Comparator, limits.Red)];
        return string.Join(", ", parts.OfType<string>());
    }

    private static string? Limit(string colour, string comparator, decimal? limit) => limit is null ? null : $"{colour} {comparator} {Number(limit)}";

    private static string? Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);
}
