using Plimsoll.Indicators;
using Plimsoll.Trade;

namespace Plimsoll.Agreements;

/// <summary>The parts of a finding's id: <c>agreement/clause@REPORTER.PARTNER.PRODUCT/period</c>.</summary>
/// <param name="Agreement">Agreement id.</param>
/// <param name="Clause">Clause id.</param>
/// <param name="Subject">Reporter, partner and product, with points between them.</param>
/// <param name="Period">Period assessed.</param>
public sealed record FindingId(string Agreement, string Clause, string Subject, Period Period)
{
    /// <summary>Reads an id; fault <c>AGR-0110</c> otherwise.</summary>
    public static Parsed<FindingId> Parse(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var first = text.IndexOf('/', StringComparison.Ordinal);
        var last = at < 0 ? -1 : text.IndexOf('/', at);
        if (first <= 0 || at <= first + 1 || last <= at + 1)
        {
            return new Fault("AGR-0110", "Not the id of a finding. Write agreement/clause@REPORTER.PARTNER.PRODUCT/period, as 'plimsoll monitor --json' lists it; 'plimsoll explain' takes it without the agreement too.", text);
        }

        var period = Period.Parse(text[(last + 1)..]);
        return period.Ok ? new FindingId(text[..first], text[(first + 1)..at], text[(at + 1)..last], period.Value) : period.Fault!;
    }

    /// <summary>True when the subject is the one that the id names.</summary>
    public bool Names(Subject subject) => string.Equals(Subject, $"{subject.Reporter}.{subject.Partner}.{subject.Product}", StringComparison.Ordinal);
}
