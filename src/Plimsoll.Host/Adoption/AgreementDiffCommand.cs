using System.CommandLine;
using Plimsoll.Agreements;
using Plimsoll.Agreements.Adoption;
using Plimsoll.Host.Cli;

namespace Plimsoll.Host.Adoption;

/// <summary><c>plimsoll agreement diff BEFORE AFTER</c></summary>
internal sealed class AgreementDiffCommand : StoreCommand
{
    private readonly Argument<string> before = new("BEFORE") { Description = "An agreement.yaml, or the name of a bundled agreement." };
    private readonly Argument<string> after = new("AFTER") { Description = "The later text." };

    internal AgreementDiffCommand(Terminal terminal, TimeProvider time)
        : base("diff", "Say in words what changes from one text of an agreement to another.", terminal, time)
    {
        Arguments.Add(before);
        Arguments.Add(after);
    }

    protected override Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        AgreementFile[] files = [Bundled.Load(arguments.GetRequiredValue(before)), Bundled.Load(arguments.GetRequiredValue(after))];
        if (files is not [{ Agreement: { } old }, { Agreement: { } young }])
        {
            Array.ForEach(files, file => Bundled.WriteFaults(Terminal, file));
            return Task.FromResult(CommandLine.Failure);
        }

        var changes = AgreementDiff.Between(old, young);
        if (WantsJson(arguments))
        {
            WriteJson(changes.Select(c => new { c.Clause, c.What, c.Before, c.After, c.Effect, Sentence = c.ToString() }));
            return Task.FromResult(CommandLine.Done);
        }

        foreach (var change in changes)
        {
            Terminal.Out.WriteLine(change);
        }

        if (changes.Count == 0)
        {
            Terminal.Out.WriteLine("Nothing changes: every term is the same.");
        }

        return Task.FromResult(CommandLine.Done);
    }
}
