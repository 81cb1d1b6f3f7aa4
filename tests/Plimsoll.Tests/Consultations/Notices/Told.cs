using Plimsoll.Agreements;
using Plimsoll.Agreements.Adoption;
using Plimsoll.Consultations;
using Plimsoll.Consultations.Notices;
using Plimsoll.Indicators;
using Plimsoll.Ledger;
using Plimsoll.Trade;
using Logs = Plimsoll.Tests.Agreements.Adoption.TwoLogs;

namespace Plimsoll.Tests.Consultations.Notices;

/// <summary>Findings, lists and looks for tests of notices.</summary>
internal static class Told
{
    internal static readonly DateTimeOffset Noon = new(2026, 8, 3, 12, 0, 0, TimeSpan.Zero);

    internal static Agreement Agreement { get; } = AgreementFile.Load(Path.Combine(Repository.Root, "agreements", "eu-china-illustrative", "agreement.yaml")).Agreement!;

    /// <summary>The logs of two parties who signed the agreement.</summary>
    internal static Logs Signed()
    {
        var logs = new Logs();
        logs.Both(EntryKind.AgreementAdopted, new AgreementText(Agreement.Id, Agreement.Version, new string('a', 64), Agreement.EffectiveFrom, ["east.example", "west.example"]));
        return logs;
    }

    /// <summary>The Union's deficit of a year, in euro, on a release.</summary>
    internal static Finding Deficit(string period, Zone zone, decimal? value, string release, AgreementStatus status = AgreementStatus.Illustrative) =>
        Of("billion-a-day", "TOTAL", period, zone, value, "EUR", new AppliedThresholds(-310_250_000_000m, -365_000_000_000m, "<", new DateOnly(2019, 1, 1)), release, status);

    /// <summary>Imports of a product.</summary>
    internal static Finding Surge(string product, string period, Zone zone, decimal? value, string release) =>
        Of("import-surge", product, period, zone, value, "ratio", new AppliedThresholds(0.05m, 0.25m, ">=", new DateOnly(2019, 1, 1)), release, AgreementStatus.Illustrative);

    internal static WatchList Everything(string? address = null) => WatchList.Everything with { Id = "all", Title = "Everything, <all> & more", Address = address is null ? null : new Uri(address) };

    internal static (IReadOnlyList<Notice> Notices, Sight Sight) Look(Sight last, params Finding[] findings) => new Lookout(Everything(), Agreement, new CaseTerms(), "").Look(last, findings, [], Noon);

    /// <summary>Notices of the same line, one for each of several periods, all different.</summary>
    internal static IReadOnlyList<Notice> Series(int count, int from = 0)
    {
        var notices = new List<Notice>();
        for (var i = from; i < from + count; i++)
        {
            notices.AddRange(Look(Sight.None, Surge("85051110", $"{2000 + i}-06", Zone.Red, 0.3m, "r1")).Notices);
        }

        return notices;
    }

    private static Finding Of(string clause, string product, string period, Zone zone, decimal? value, string unit, AppliedThresholds limits, string release, AgreementStatus status)
    {
        var subject = new Subject("EU27_2020", "CN", product, product == "TOTAL" ? Flow.None : Flow.Import);
        var when = Period.Parse(period).Value;
        var missing = new Fault("IND-0001", "Nothing was published.");
        var reading = new Reading("balance.calendar_year/1", subject, when, value, unit, "EU27_2020 CIF/FOB", Coverage.Full, [], value is null ? missing : null);
        return new Finding(
            $"eu-china-illustrative/{clause}@EU27_2020.CN.{product}/{period}", "eu-china-illustrative", clause, subject, when, zone, Zone.NotAssessable, [reading], limits, "reporter", status,
            AsOf: null, new DateTimeOffset(2026, 7, 31, 10, 0, 0, TimeSpan.Zero), [release], value is null ? missing : null);
    }
}
