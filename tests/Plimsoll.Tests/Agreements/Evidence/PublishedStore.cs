using System.Globalization;
using Plimsoll.Agreements;
using Plimsoll.Agreements.Evidence;
using Plimsoll.Tests.Store;

namespace Plimsoll.Tests.Agreements.Evidence;

/// <summary>A store with the published annual figures of both sides, and the packs that can be made of it.</summary>
public sealed class PublishedStore : IDisposable
{
    internal const string BillionADay = "eu-china-illustrative/billion-a-day@EU27_2020.CN.TOTAL/2024";
    internal const string BothSides = "eu-china-illustrative/deficit-growth-both@EU27_2020.CN.TOTAL/2025";
    internal const string Surge = "eu-china-illustrative/import-surge@EU27_2020.CN.85235910/2025-12";

    private static readonly string[] Others = ["gacc/2025-01-13-usd.csv", "gacc/2026-01-28-usd.csv", "comext/CN_85235910.csv.gz"];
    private readonly TemporaryStore temporary = new();

    public PublishedStore()
        : this(backwards: false)
    {
    }

    internal PublishedStore(bool backwards)
    {
        foreach (var file in backwards ? Files.Reverse() : Files)
        {
            var name = Path.GetFileName(file.FullName);
            temporary.Ingest(file.FullName, name.EndsWith("-usd.csv", StringComparison.Ordinal) ? DateTimeOffset.Parse($"{name[..10]}T00:00:00Z", CultureInfo.InvariantCulture) : null);
        }
    }

    /// <summary>The files that the store was filled from.</summary>
    internal static IReadOnlyList<FileInfo> Files { get; } =
    [
        .. new DirectoryInfo(Snapshot("published")).EnumerateFiles("*.csv").OrderBy(f => f.Name, StringComparer.Ordinal),
        .. Others.Select(o => new FileInfo(Snapshot(o))),
    ];

    internal static AgreementFile Agreement { get; } = AgreementFile.Load(Path.Combine(Repository.Root, "agreements", "eu-china-illustrative", "agreement.yaml"));

    /// <summary>A language that writes numbers and days in another way.</summary>
    internal static CultureInfo OtherLanguage
    {
        get
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NumberDecimalSeparator = ",";
            culture.NumberFormat.NegativeSign = "~";
            culture.DateTimeFormat.DateSeparator = ".";
            return culture;
        }
    }

    internal Plimsoll.Store.TradeStore Store => temporary.Store;

    internal EvidencePack Pack(string finding, DateOnly? asOf = null, params Objection[] objections)
    {
        using var run = new AgreementRun(temporary.Store, asOf, new DateOnly(2026, 7, 1));
        return EvidencePack.Of(run, Agreement, FindingId.Parse(finding).Value, objections)!;
    }

    public void Dispose() => temporary.Dispose();

    private static string Snapshot(string relative) => Path.Combine(Repository.Root, "data", "snapshot", relative);
}
