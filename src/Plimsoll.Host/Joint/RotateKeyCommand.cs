using System.CommandLine;
using System.Globalization;
using Plimsoll.Host.Cli;
using Plimsoll.Ledger;
using Plimsoll.Ledger.Files;
using Plimsoll.Ledger.Notes;

namespace Plimsoll.Host.Joint;

/// <summary><c>plimsoll key rotate</c></summary>
internal sealed class RotateKeyCommand(Terminal terminal, TimeProvider time)
    : PartyCommand("rotate", "Make a new key, enter it into the ledger in the place of the old one, and put it into the file.", terminal, time)
{
    protected override Task<int> RunAsync(ParseResult arguments, CancellationToken cancel) => Task.FromResult(Run(arguments));

    private int Run(ParseResult arguments)
    {
        // The new key has to be kept somewhere, and a process cannot change the environment of the next one.
        var file = KeyFileOf(arguments);
        var old = KeyFile.Read(file);
        var log = old.Ok ? Log(arguments) : old.Fault!;
        if (!log.Ok)
        {
            return Refuse(log.Fault!);
        }

        using var opened = log.Value;
        using var oldKey = old.Value;
        return Rotate(arguments, file, oldKey, opened);
    }

    // The new key is on the disk before it is in the ledger, so that a stop at any moment loses none: the next run goes on with it.
    private int Rotate(ParseResult arguments, FileInfo file, SigningKey old, PartyLog log)
    {
        var next = new FileInfo($"{file.FullName}.next");
        var kept = KeyFile.Read(next);
        if (kept.Fault is { Code: not "LED-0013" } unusable)
        {
            return Refuse(unusable with { Message = $"{unusable.Message} This is the key that an earlier rotation began with. Unless the ledger names it, delete the file and rotate again." });
        }

        using var key = kept.Ok ? kept.Value : SigningKey.Create(old.Verifier.Name);
        if (!kept.Ok)
        {
            KeyFile.Write(next, key);
        }

        if (log.Keys.Find(key.Verifier.Id, log.Size) is null && log.Rotate(old, key) is { Ok: false } refused)
        {
            return Refuse(refused.Fault!);
        }

        KeyFile.Replace(next, file);
        if (WantsJson(arguments))
        {
            WriteJson(new { Key = key.Verifier.ToString(), key.Verifier.Id, Replaces = old.Verifier.Id, Entries = log.Size });
        }
        else
        {
            Terminal.Out.WriteLine(key.Verifier);
            Terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Replaces {old.Verifier.Id}, which signs nothing any more. The ledger has {log.Size} entries."));
        }

        return CommandLine.Done;
    }
}
