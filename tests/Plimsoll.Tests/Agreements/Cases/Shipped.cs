using Plimsoll.Agreements;
using Plimsoll.Agreements.Cases;
using Shouldly;

namespace Plimsoll.Tests.Agreements;

/// <summary>The agreements of the repository with their cases.</summary>
internal static class Shipped
{
    internal static IReadOnlyList<string> Paths { get; } =
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "agreements"), "agreement.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    internal static TheoryDataOfNames Names { get; } = new(Paths.Select(path => Path.GetFileName(Path.GetDirectoryName(path)!)));

    internal static Agreement Agreement(string name)
    {
        var file = AgreementFile.Load(PathOf(name));
        file.Faults.ShouldBeEmpty();
        return file.Agreement!;
    }

    internal static Clause Clause(string agreement, string clause) => Agreement(agreement).Clauses.Single(one => string.Equals(one.Id, clause, StringComparison.Ordinal));

    internal static IReadOnlyList<string> CasePaths(string name) => Directory.GetFiles(Path.Combine(Path.GetDirectoryName(PathOf(name))!, "cases"), "*.yaml");

    internal static IReadOnlyList<AgreementCase> Cases(Agreement agreement)
    {
        var files = CasePaths(agreement.Id).Select(path => CaseFile.Load(path, agreement)).ToList();
        files.SelectMany(file => file.Faults).ShouldBeEmpty();
        return [.. files.SelectMany(file => file.Cases)];
    }

    internal static string PathOf(string name) => Paths.Single(path => string.Equals(Path.GetFileName(Path.GetDirectoryName(path)), name, StringComparison.Ordinal));
}

internal sealed class TheoryDataOfNames(IEnumerable<string> names) : Xunit.TheoryData<string>(names);
