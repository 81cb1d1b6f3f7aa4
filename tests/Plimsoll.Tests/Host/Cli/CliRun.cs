using Plimsoll.Host.Cli;

namespace Plimsoll.Tests.Host.Cli;

/// <summary>One run of the command line, with what it wrote.</summary>
internal sealed record CliRun(int ExitCode, string Out, string Error)
{
    internal static async Task<CliRun> OfAsync(params string[] arguments)
    {
        var (written, errors) = (new StringWriter(), new StringWriter());
        var exitCode = await CommandLine.RunAsync(arguments, new Terminal(written, errors, colors: false), TimeProvider.System);
        return new CliRun(exitCode, written.ToString(), errors.ToString());
    }
}
