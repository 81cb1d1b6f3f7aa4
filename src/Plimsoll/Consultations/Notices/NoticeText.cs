using System.Globalization;
using Plimsoll.Agreements;

namespace Plimsoll.Consultations.Notices;

/// <summary>Words that several notices use.</summary>
internal static class NoticeText
{
    /// <summary>How much the parties have agreed to.</summary>
    internal static string Status(string status) => status switch
    {
        "agreed" => "agreed by the parties",
        "suspended" => "suspended – agreed by the parties, and not applied for now",
        _ => $"{status} – not agreed by the parties",
    };

    /// <summary>A value with its unit; shares in per cent, with enough digits to be told from a limit that it just crosses.</summary>
    internal static string Amount(decimal? value, string unit) => (value, unit) switch
    {
        (null, _) => "no value",
        ({ } number, "ratio") => string.Create(CultureInfo.InvariantCulture, $"{number * 100:0.####} %"),
        ({ } number, "points") => string.Create(CultureInfo.InvariantCulture, $"{number * 100:0.####} percentage points"),
        ({ } number, _) => string.Create(CultureInfo.InvariantCulture, $"{number:#,0.####} {unit}"),
    };

    /// <summary>The limits of the leading reading: <c>amber &gt; 5 %, red &gt; 25 %</c>.</summary>
    internal static string Limits(AppliedThresholds limits, string unit) => string.Join(", ", new[]
    {
        limits.Amber is { } amber ? $"amber {limits.Comparator} {Amount(amber, unit)}" : "",
        limits.Red is { } red ? $"red {limits.Comparator} {Amount(red, unit)}" : "",
    }.Where(text => text.Length > 0));

    /// <summary>A zone or state as people read it.</summary>
    internal static string Words(string spelt) => spelt.Replace('_', ' ');

    /// <summary>
    /// Text from a log without control characters and halves of surrogate pairs: neither a mail's head nor XML may hold them, and whoever
    /// wrote the entry is not trusted.
    /// </summary>
    internal static string Plain(string text)
    {
        var plain = string.Concat(text.EnumerateRunes().Select(rune => System.Text.Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF ? " " : rune.ToString()));
        return plain.Trim();
    }

    /// <summary>Path of a finding or case; slashes of its id stay.</summary>
    internal static string Link(string folder, string id) =>
        $"{folder}/{string.Join('/', id.Split('/').Select(Uri.EscapeDataString)).Replace("%40", "@", StringComparison.Ordinal)}";
}
