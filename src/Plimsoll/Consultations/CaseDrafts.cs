using Plimsoll.Consultations.Entries;
using Plimsoll.Ledger;

namespace Plimsoll.Consultations;

/// <summary>What a party enters of its own: steps and positions.</summary>
public static class CaseDrafts
{
    /// <summary>A step. Whether the case can take it, the book says: fold the entries with it before signing.</summary>
    /// <param name="id">Case id.</param>
    /// <param name="from">State in which the author sees the case: with clocks that differ, it tells what the step follows.</param>
    /// <param name="to">State after it.</param>
    /// <param name="note">In the party's words.</param>
    /// <param name="link">Document, or null.</param>
    /// <param name="outcome">With <see cref="CaseState.Outcome"/>; with <see cref="CaseState.Closed"/> the one on which it closes; else null.</param>
    /// <param name="takenBy">Who says that it took a measure, or null.</param>
    /// <param name="reference">Where the measure or undertaking is published, or null.</param>
    public static EntryDraft Step(string id, CaseState from, CaseState to, string note, string? link = null, CaseOutcome? outcome = null, string? takenBy = null, string? reference = null) =>
        to == CaseState.Closed
            ? new EntryDraft(EntryKind.CaseClosed, CaseBodies.Write(new { Case = id, Note = note, Link = link, Outcome = outcome is { } on ? Spelt.Of(on) : null }))
            : new EntryDraft(EntryKind.CaseStepTaken, CaseBodies.Write(new
            {
                Case = id,
                From = Spelt.Of(from),
                To = Spelt.Of(to),
                Note = note,
                Link = link,
                Outcome = outcome is { } word ? Spelt.Of(word) : null,
                By = takenBy,
                Reference = reference,
            }));

    /// <summary>A position or, with <paramref name="objection"/>, an objection.</summary>
    public static EntryDraft Position(string id, string text, bool objection = false, string? finding = null, string? link = null) =>
        new(EntryKind.CasePositionStated, CaseBodies.Write(new { Case = id, Text = text, Objection = objection, Finding = finding, Link = link }));
}
