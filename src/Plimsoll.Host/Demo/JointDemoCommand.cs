using System.CommandLine;
using Plimsoll.Host.Cli;

namespace Plimsoll.Host.Demo;

/// <summary><c>plimsoll joint-demo</c></summary>
internal sealed class JointDemoCommand : StoreCommand
{
    internal JointDemoCommand(Terminal terminal, TimeProvider time)
        : base("joint-demo", "Two parties on this machine agree, seal, countersign, dispute and consult, on the bundled real figures.", terminal, time)
    {
    }

    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        var folder = new DirectoryInfo(Path.Combine(Folder(arguments).FullName, "joint-demo"));
        if (folder.Exists)
        {
            folder.Delete(recursive: true);
        }

        var clock = new DemoClock(new DateTimeOffset(2026, 7, 6, 9, 0, 0, TimeSpan.Zero));
        const string What = "A demonstration. Both parties are invented, their clock is set by hand, and no threshold is agreed by anybody outside of it.";
        var told = WantsJson(arguments) ? Terminal.Error : Terminal.Out;
        var script = new DemoScript(told);
        await using var eu = new DemoParty("eu", folder.CreateSubdirectory("eu"), script, clock);
        await using var cn = new DemoParty("cn", folder.CreateSubdirectory("cn"), script, clock);
        await told.WriteLineAsync(What);
        await new JointStory(eu, cn, clock, script, Terminal).RunAsync(Time, cancel);
        await told.WriteLineAsync($"Both stores stay in {folder.FullName}: look into them with the same commands and --store.");
        if (WantsJson(arguments))
        {
            WriteJson(new { What, Folder = folder.FullName, script.Steps });
        }

        return CommandLine.Done;
    }
}
