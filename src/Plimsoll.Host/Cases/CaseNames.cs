using Plimsoll.Consultations;
using Plimsoll.Trade;

namespace Plimsoll.Host.Cases;

/// <summary>Names of cases on the command line.</summary>
internal static class CaseNames
{
    private const int Listed = 5;

    internal static Fault Unknown(CaseBook book, string id) => new(
        "CON-0030",
        book.Cases.Count == 0 ? "There is no such case; there is none at all." : $"There is no such case. There are {string.Join(", ", book.Cases.Take(Listed).Select(one => one.Id))}{(book.Cases.Count > Listed ? " and others" : "")}.",
        id);
}
