using System.CommandLine;
using System.Globalization;
using Plimsoll.Host.Cli;
using Plimsoll.Ledger;

namespace Plimsoll.Host.Joint;

/// <summary><c>plimsoll key show</c></summary>
internal sealed class ShowKeyCommand(Terminal terminal, TimeProvider time)
    : PartyCommand("show", "Show the public key, and all keys of the ledger with the entries that each may sign.", terminal, time)
{
    protected override Task<int> RunAsync(ParseResult arguments, CancellationToken cancel) => Task.FromResult(Run(arguments));

    private static string Line(KeyTerm term)
    {
        var end = (term.Until, term.Reason) switch
        {
            (null, _) => "may sign",
            ({ } until, null) => string.Create(CultureInfo.InvariantCulture, $"replaced at {until - 1}"),
            ({ } until, { } reason) => string.Create(CultureInfo.InvariantCulture, $"revoked at {until - 1}: {EntryText.Plain(reason)}"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"  {term.Key}  from entry {term.From}, {end}");
    }

    private int Run(ParseResult arguments)
    {
        var key = Key(arguments);
        if (!key.Ok)
        {
            return Refuse(key.Fault!);
        }

        using var own = key.Value;
        IReadOnlyList<KeyTerm> terms = [];
        if (PartyLog.IsIn(LedgerFolder(arguments)))
        {
            var log = Log(arguments);
            if (!log.Ok)
            {
                return Refuse(log.Fault!);
            }

            using var opened = log.Value;
            terms = opened.Keys.Terms;
        }

        if (WantsJson(arguments))
        {
            WriteJson(new
            {
                Key = own.Verifier.ToString(),
                own.Verifier.Id,
                own.Verifier.Name,
                MaySign = terms.Any(t => t.Key.Equals(own.Verifier) && t.Until is null),
                Ledger = terms.Select(t => new { Key = t.Key.ToString(), t.Key.Id, t.From, t.Until, t.Reason }),
            });
            return CommandLine.Done;
        }

        Terminal.Out.WriteLine(own.Verifier);
        foreach (var term in terms)
        {
            Terminal.Out.WriteLine(Line(term));
        }

        return CommandLine.Done;
    }
}
