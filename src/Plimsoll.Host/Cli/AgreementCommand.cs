using System.CommandLine;
using Plimsoll.Agreements;
using Plimsoll.Agreements.Cases;
using Plimsoll.Host.Adoption;
using Plimsoll.Ledger;

namespace Plimsoll.Host.Cli;

/// <summary><c>plimsoll agreement check FILE</c></summary>
internal sealed class AgreementCommand : Command
{
    internal AgreementCommand(Terminal terminal, TimeProvider time)
        : base("agreement", "Work with agreements.")
    {
        Subcommands.Add(new CheckCommand(terminal, time));
        Subcommands.Add(new AgreementDiffCommand(terminal, time));
        Subcommands.Add(new AgreementListCommand(terminal, time));
        Subcommands.Add(new ProposeCommand("propose", "Put a text to the other parties.", EntryKind.AgreementProposed, terminal, time));
        Subcommands.Add(new ProposeCommand("counter", "Answer a proposal with another text.", EntryKind.AgreementCountered, terminal, time));
        Subcommands.Add(new AdoptCommand(terminal, time));
        Subcommands.Add(new RestCommand("suspend", "Say that an agreement rests. One party is enough.", EntryKind.AgreementSuspended, terminal, time));
        Subcommands.Add(new RestCommand("expire", "Say that an agreement ends. It ends when every signatory says so.", EntryKind.AgreementExpired, terminal, time));
    }

    private sealed class CheckCommand : StoreCommand
    {
        private readonly Argument<string> file = new("FILE") { Description = "An agreement.yaml, or the name of a bundled agreement." };

        internal CheckCommand(Terminal terminal, TimeProvider time)
            : base("check", "Say what is wrong with an agreement file, and where.", terminal, time) =>
            Arguments.Add(file);

        protected override Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
        {
            var path = Bundled.PathOf(arguments.GetRequiredValue(file));
            var read = AgreementFile.Load(path);
            var tried = read.Agreement is { } whole ? TriedCases.Beside(path, whole) : new TriedCases(0, []);
            if (WantsJson(arguments))
            {
                WriteJson(new
                {
                    Agreement = read.Agreement?.Id,
                    Status = read.Agreement?.Status.ToString().ToLowerInvariant(),
                    Clauses = read.Agreement?.Clauses.Select(c => c.Id) ?? [],
                    tried.Cases,
                    Faults = read.Faults.Select(f => f.ToString()).Concat(tried.Faults),
                });
            }
            else if (read.Agreement is { } agreement)
            {
                foreach (var fault in tried.Faults)
                {
                    Terminal.Error.WriteLine(fault);
                }

                var cases = tried.Faults.Count > 0 ? $"its {tried.Cases} cases have {tried.Faults.Count} faults" : tried.Cases == 0 ? "no cases beside it" : $"{tried.Cases} cases, each decided as written";
                Terminal.Out.WriteLine($"{agreement.Id}: no faults. {agreement.Clauses.Count} clauses, {cases}, status {agreement.Status.ToString().ToLowerInvariant()}, version {agreement.Version}.");
            }
            else
            {
                Bundled.WriteFaults(Terminal, read);
            }

            return Task.FromResult(read.Agreement is null || tried.Faults.Count > 0 ? CommandLine.Failure : CommandLine.Done);
        }
    }
}
