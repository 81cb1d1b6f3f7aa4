using Plimsoll.Consultations;
using Plimsoll.Consultations.Record;

namespace Plimsoll.Host.Cases;

/// <summary>Sources of the record, for people and as JSON.</summary>
internal static class SourceText
{
    internal static string Line(RecordSource source) => $"[{Spelt.Of(source.Quality)}] {source.Publisher}{(source.Date is null ? "" : $", {CaseDocument.Day(source.Date)}")}, {source.Link}";

    internal static object Document(RecordSource source) => new
    {
        source.Id,
        source.Title,
        source.Publisher,
        Date = CaseDocument.Day(source.Date),
        Quality = Spelt.Of(source.Quality),
        source.Link,
    };
}
