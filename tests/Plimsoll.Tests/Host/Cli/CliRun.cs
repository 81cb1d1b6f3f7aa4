using Plimsoll.Host.Cli;

namespace Plimsoll.Tests.Host.Cli;

/// <summary>One run of the command line, with what it wrote.</summary>
internal sealed record CliRun(int ExitCode, string Out, string Error)
{
    internal static Task<CliRun> OfAsync(params string[] arguments) => OfAsync(TimeProvider.System, arguments);

    internal static async Task<CliRun> OfAsync(TimeProvider time, string[] arguments, int? width = null)
    {
        var (written, errors) = (new StringWriter(), new StringWriter());
        var exitCode = await CommandLine.RunAsync(arguments, new Terminal(written, errors, colors: false, width), time);
        return new CliRun(exitCode, written.ToString(), errors.ToString());
    }
}
