using System.Security.Cryptography;
using System.Text;

namespace Plimsoll.Agreements.Evidence;

/// <summary>Which text of which agreement.</summary>
/// <param name="Id">Agreement id.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Version">Version of the text.</param>
/// <param name="Status">What the text calls itself.</param>
/// <param name="EffectiveFrom">First day on which it applies.</param>
/// <param name="Parties">Codes of the parties.</param>
/// <param name="Sha256">Hash of the text, which is <c>agreement.yaml</c> in the pack.</param>
internal sealed record AgreementSheet(
    string Id, string Title, int Version, AgreementStatus Status, DateOnly EffectiveFrom, IReadOnlyList<string> Parties, string Sha256)
{
    // From the text alone: what signatures made of it is the finding's status.
    internal static AgreementSheet Of(string text)
    {
        var agreement = AgreementFile.Parse(text, EvidencePack.AgreementYaml).Agreement ?? throw new ArgumentException("The text has faults.", nameof(text));
        return new AgreementSheet(
            agreement.Id,
            agreement.Title,
            agreement.Version,
            agreement.Status,
            agreement.EffectiveFrom,
            agreement.Parties,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }
}
