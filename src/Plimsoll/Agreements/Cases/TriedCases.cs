using System.Globalization;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Cases;

/// <summary>The cases that stand beside an agreement, tried.</summary>
/// <param name="Cases">How many there are.</param>
/// <param name="Faults">What is wrong with their files, and the cases that the agreement decides otherwise than they say.</param>
public sealed record TriedCases(int Cases, IReadOnlyList<string> Faults)
{
    /// <summary>Tries every case in the files <c>cases/*.yaml</c> beside the agreement's file; none when there is no such folder.</summary>
    public static TriedCases Beside(string agreementPath, Agreement agreement)
    {
        var folder = new DirectoryInfo(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(agreementPath))!, "cases"));
        var files = folder.Exists ? folder.EnumerateFiles("*.yaml").OrderBy(f => f.Name, StringComparer.Ordinal).ToList() : [];
        var read = files.ConvertAll(file => (File: $"cases/{file.Name}", Read: CaseFile.Load(file.FullName, agreement)));
        var wrong = read.SelectMany(f => f.Read.Faults.Select(fault => fault.ToString()).Concat(f.Read.Cases.SelectMany(one => Wrong(f.File, agreement, one))));
        return new TriedCases(read.Sum(f => f.Read.Cases.Count), [.. wrong]);
    }

    private static IEnumerable<string> Wrong(string file, Agreement agreement, AgreementCase one)
    {
        var zone = one.Run(agreement).Zone;
        if (zone != one.Expected)
        {
            yield return new Fault("AGR-0016", $"{file}: the case expects {Word(one.Expected)}, and clause {one.Clause.Id} says {Word(zone)}. Change the case, or the limits.", one.Name).ToString();
        }

        if (one.Margin is { } margin && one.ComputeMargin() is var computed && computed != margin)
        {
            yield return new Fault("AGR-0016", string.Create(CultureInfo.InvariantCulture, $"{file}: the case is written {margin} beyond its limit, and its inputs are {computed?.ToString(CultureInfo.InvariantCulture) ?? "at none"}. Change one of them."), one.Name).ToString();
        }
    }

    private static string Word(Zone zone) => zone == Zone.NotAssessable ? "not assessable" : zone.ToString().ToLowerInvariant();
}
