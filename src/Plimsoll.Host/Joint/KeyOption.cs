using System.CommandLine;
using Plimsoll.Ledger.Notes;

namespace Plimsoll.Host.Joint;

/// <summary>A public key on the command line.</summary>
internal static class KeyOption
{
    internal static Option<VerifierKey?> Of(string description) => new("--key")
    {
        Description = description,
        HelpName = "KEY",
        CustomParser = result =>
        {
            var read = VerifierKey.Parse(result.Tokens[0].Value);
            if (!read.Ok)
            {
                result.AddError(read.Fault!.ToString());
            }

            return read.Ok ? read.Value : null;
        },
    };
}
