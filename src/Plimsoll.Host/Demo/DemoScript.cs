namespace Plimsoll.Host.Demo;

/// <summary>What a demonstration does, told while it happens, and kept for who wants it as a document.</summary>
/// <param name="told">Where it is told.</param>
internal sealed class DemoScript(TextWriter told)
{
    private readonly List<Step> steps = [];

    internal IReadOnlyList<Step> Steps => steps;

    /// <summary>A part of the story begins.</summary>
    internal void Begin(string title)
    {
        told.WriteLine();
        told.WriteLine(title);
        steps.Add(new Step(title, []));
    }

    /// <summary>A party ran a command.</summary>
    /// <param name="party">Which.</param>
    /// <param name="command">As a person types it.</param>
    /// <param name="exitCode">How it ended.</param>
    /// <param name="output">All that it said.</param>
    /// <param name="lines">How many of the last lines are told.</param>
    internal void Ran(string party, string command, int exitCode, IReadOnlyList<string> output, int lines)
    {
        told.WriteLine($"  {party}$ {command}");
        foreach (var line in output.TakeLast(lines))
        {
            told.WriteLine($"    {line}");
        }

        steps[^1].Commands.Add(new Command(party, command, exitCode, output));
    }

    /// <summary>A part of the story.</summary>
    internal sealed record Step(string Title, List<Command> Commands);

    /// <summary>A command, and what it said.</summary>
    internal sealed record Command(string Party, string Line, int ExitCode, IReadOnlyList<string> Output);
}
