using System.CommandLine;
using Plimsoll.Agreements.Adoption;

namespace Plimsoll.Host.Adoption;

/// <summary>The other signatories on the command line.</summary>
internal static class WithOption
{
    internal static Option<string[]> Of(string description, bool required = false) => new("--with")
    {
        Description = description,
        HelpName = "LEDGER",
        Required = required,
        AllowMultipleArgumentsPerToken = true,
    };

    /// <summary>True when these ledgers and the party's own are the signatories of a text, all of them; also when none was named.</summary>
    internal static bool Fits(AgreementText text, string own, string[]? with) =>
        with is not [_, ..] || text.Signatories.ToHashSet(StringComparer.Ordinal).SetEquals([own, .. with]);
}
