using System.Globalization;
using Spectre.Console;

namespace Plimsoll.Host.Cli;

/// <summary>Where a command writes: the answer to <see cref="Out"/>, everything else to <see cref="Error"/>.</summary>
internal sealed class Terminal
{
    private const int PipeWidth = 200;
    private const int NarrowestWidth = 80;

    internal Terminal(TextWriter @out, TextWriter error, bool colors, int? width = null)
    {
        Out = @out;
        Error = error;
        Console = Create(@out, colors, width);
        Messages = Create(error, colors, width);
    }

    internal TextWriter Out { get; }

    internal TextWriter Error { get; }

    /// <summary>Tables and colours on the standard output.</summary>
    internal IAnsiConsole Console { get; }

    /// <summary>Progress and notices on the standard error.</summary>
    internal IAnsiConsole Messages { get; }

    internal static Terminal System() =>
        new(global::System.Console.Out, global::System.Console.Error, string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")), AskedWidth(Environment.GetEnvironmentVariable("COLUMNS")));

    /// <summary>The width that <c>COLUMNS</c> asks for; null when it asks for none that a line of the board fits in.</summary>
    internal static int? AskedWidth(string? columns) =>
        int.TryParse(columns, NumberStyles.None, CultureInfo.InvariantCulture, out var width) && width >= NarrowestWidth ? width : null;

    /// <summary>Tables into a file: as wide as into a pipe, and without colours.</summary>
    internal static IAnsiConsole TableTo(TextWriter writer) => Create(writer, colors: false, PipeWidth);

    private static IAnsiConsole Create(TextWriter writer, bool colors, int? width)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = colors ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = colors ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });

        // A pipe has no width: wide enough for every table, so that nothing is cut.
        if (width is { } given || !console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = width ?? PipeWidth;
        }

        return console;
    }
}
