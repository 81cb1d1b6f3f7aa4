using System.CommandLine;
using Plimsoll.Agreements;
using Plimsoll.Trade;

namespace Plimsoll.Host.Cli;

/// <summary>What ships beside the program: the agreements and the real snapshot.</summary>
internal static class Bundled
{
    internal const string DefaultAgreement = "eu-china-illustrative";

    internal static DirectoryInfo Snapshot { get; } = new(Path.Combine(AppContext.BaseDirectory, "data", "snapshot"));

    private static DirectoryInfo Agreements { get; } = new(Path.Combine(AppContext.BaseDirectory, "agreements"));

    /// <summary>The option that names an agreement; without it, the bundled illustrative one.</summary>
    /// <param name="names">What may be given: <c>NAME|FILE</c>.</param>
    /// <param name="description">The same in words.</param>
    internal static Option<string> AgreementOption(string names = "NAME|FILE", string description = "Name of a bundled agreement, or a file.") => new("--agreement")
    {
        Description = description,
        HelpName = names,
        DefaultValueFactory = _ => DefaultAgreement,
    };

    /// <summary>An agreement by the name of a bundled one or the path of a file.</summary>
    internal static AgreementFile Load(string nameOrPath) => AgreementFile.Load(PathOf(nameOrPath));

    /// <summary>The file of an agreement, by the name of a bundled one or its own path; an <see cref="OutsideException"/> when there is none.</summary>
    internal static string PathOf(string nameOrPath) => File.Exists(nameOrPath)
        ? nameOrPath
        : Named().FirstOrDefault(f => string.Equals(f.Directory!.Name, nameOrPath, StringComparison.Ordinal))?.FullName
            ?? throw new OutsideException(
                "CLI-0020",
                $"There is no agreement file '{nameOrPath}', and none of that name is bundled: {string.Join(", ", Named().Select(f => f.Directory!.Name))}.",
                retriable: false);

    /// <summary>Writes what is wrong with an agreement file, one place a line, as editors and compilers read it.</summary>
    internal static void WriteFaults(Terminal terminal, AgreementFile file)
    {
        foreach (var fault in file.Faults)
        {
            terminal.Error.WriteLine(fault);
        }
    }

    private static IEnumerable<FileInfo> Named() =>
        Agreements.EnumerateFiles("agreement.yaml", SearchOption.AllDirectories).OrderBy(f => f.Directory!.Name, StringComparer.Ordinal);
}
