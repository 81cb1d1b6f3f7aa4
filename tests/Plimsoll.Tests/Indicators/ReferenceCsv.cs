using System.Globalization;

namespace Plimsoll.Tests.Indicators;

/// <summary>Rows of the files that Reference/Indicators/make_reference.py writes.</summary>
internal static class ReferenceCsv
{
    internal static IReadOnlyList<string[]> Rows(string name) =>
        [.. File.ReadLines(Repository.Reference($"Indicators/{name}")).Skip(1).Select(line => line.Split(','))];

    internal static decimal Number(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
