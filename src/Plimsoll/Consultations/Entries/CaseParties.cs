using Plimsoll.Agreements.Adoption;
using Plimsoll.Ledger;
using Plimsoll.Trade;

namespace Plimsoll.Consultations.Entries;

/// <summary>Whose entries count in the cases of an agreement: those who signed it, as one reader sees it.</summary>
/// <param name="entries">Entries of all logs.</param>
/// <param name="origin">Origin of the reader's own log; empty for a reader without one.</param>
internal sealed class CaseParties(IEnumerable<Entry> entries, string origin)
{
    private readonly AgreementBook agreements = new(entries);

    /// <summary>
    /// The parties of a case that a log opens. An id is free for all, so that others may have signed a text of the same id between them:
    /// to a party only its own count. Where nobody signed, a party's cases are its own affair. Else the fault <c>CON-0013</c>.
    /// </summary>
    internal Parsed<string[]> Of(string agreement, string log)
    {
        var signed = agreements.Records
            .Where(one => one.IsAgreed && one.Text.Agreement == agreement && (origin.Length == 0 || one.Text.Signatories.Contains(origin, StringComparer.Ordinal)))
            .Select(one => one.Text.Signatories.ToArray())
            .DistinctBy(one => string.Join(' ', one), StringComparer.Ordinal)
            .ToList();
        if (signed.Count == 0)
        {
            return log == origin ? new[] { log } : new Fault("CON-0013", "No text of the agreement was adopted by this log together with the reader's. Its cases are its own affair, and the entry is passed over.", agreement);
        }

        return signed.FindAll(one => one.Contains(log, StringComparer.Ordinal)) switch
        {
            [var parties] => parties,
            [] => new Fault("CON-0013", $"Only those who signed the agreement have a say in its cases: {string.Join("; ", signed.Select(one => string.Join(", ", one)))}. The entry is passed over.", agreement),
            var several => new Fault("CON-0013", $"The log signed a text of this id with several others, and the entry does not tell which are meant: {string.Join("; ", several.Select(one => string.Join(", ", one)))}.", agreement),
        };
    }
}
