using Plimsoll.Consultations;
using Plimsoll.Consultations.Entries;
using Shouldly;
using Xunit;
using static Plimsoll.Tests.Consultations.TwoLogs;

namespace Plimsoll.Tests.Consultations.Entries;

public sealed class EntryOrderTests
{
    [Fact]
    public void Logs_are_merged_by_time_then_name_then_place()
    {
        var logs = new TwoLogs().Enter(Union, "2026-11-02", Say("a")).Enter(China, "2026-11-02", Say("b"), Say("c")).Enter(Union, "2026-11-01", Say("d")).Enter(China, "2026-11-03", Say("e"));
        EntryOrder.Merge(logs.Entries.Reverse()).Entries.Select(entry => entry.Body.GetProperty("text").GetString()).ShouldBe(["b", "c", "a", "d", "e"]);
    }

    [Fact]
    public void Two_entries_in_one_place_both_do_not_count()
    {
        var (one, other) = (new TwoLogs().Enter(Union, "2026-11-02", Say("a")), new TwoLogs().Enter(Union, "2026-11-02", Say("b"), Say("c")));
        var (entries, faults) = EntryOrder.Merge([.. one.Entries, .. other.Entries]);
        entries.ShouldHaveSingleItem().Body.GetProperty("text").GetString().ShouldBe("c");
        var fault = faults.ShouldHaveSingleItem();
        (fault.Log, fault.Index, fault.Fault.Code).ShouldBe((Union, 0, "CON-0006"));
        EntryOrder.Merge([.. one.Entries, .. one.Entries]).Faults.ShouldBeEmpty();
    }

    private static Plimsoll.Ledger.EntryDraft Say(string text) => CaseDrafts.Position("x", text);
}
