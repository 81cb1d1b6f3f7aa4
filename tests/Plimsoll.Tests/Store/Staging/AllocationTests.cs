using System.Text;
using Plimsoll.Tests.Sources.Comext;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Store.Staging;

/// <summary>Memory allocated by a whole ingest. Runs alone, since it counts what all threads allocate.</summary>
[Collection(nameof(AllocationTests))]
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
public sealed class AllocationTests
{
    [Fact]
    public void A_row_more_in_a_file_costs_less_than_two_hundred_bytes()
    {
        // A row is 40 bytes sorted; what it takes as received and while it is sorted is borrowed. A string made for each would show.
        // Both files are longer than what is read ahead, whose buffers are made once.
        const int Few = 500_000;
        const int Many = 700_000;
        Ingest(10_000);
        var before = Ingest(Few);
        ((Ingest(Many) - before) / (Many - Few)).ShouldBeInRange(40, 200);
    }

    private static long Ingest(int rows)
    {
        using var temporary = new TemporaryStore();
        string[] reporters = ["AT", "DE", "FR", "IT", "PL"];
        var text = new StringBuilder(Bulk.Header);

        // Masked products, since a plain one may not have a cell twice.
        for (var i = 0; i < rows; i++)
        {
            text.Append(Bulk.Row(reporters[i * 5 / rows], i % 2 == 0 ? "CN" : "US", i % 3 == 0 ? "85XXXXXX" : "84XXXXXX", 1 + (i % 2), "202401", i, i));
        }

        var file = temporary.Write("full_v2_202401.dat", Encoding.ASCII.GetBytes(text.ToString()));
        var before = GC.GetTotalAllocatedBytes(precise: true);
        temporary.Ingest(file.FullName).ShouldHaveSingleItem().Release!.RowsStored.ShouldBe(rows);
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }
}
