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
        await using var eu = new DemoParty("eu", folder.CreateSubdirectory("eu"), Terminal, clock);
        await using var cn = new DemoParty("cn", folder.CreateSubdirectory("cn"), Terminal, clock);
        Terminal.Out.WriteLine("A demonstration. Both parties are invented, their clock is set by hand, and no threshold is agreed by anybody outside of it.");
        await new JointStory(eu, cn, clock, Terminal).RunAsync(Time, cancel);
        Terminal.Out.WriteLine($"Both stores stay in {folder.FullName}: look into them with the same commands and --store.");
        return CommandLine.Done;
    }
}
