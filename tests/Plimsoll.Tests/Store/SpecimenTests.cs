using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Store;

/// <summary>Every answer of a source that is kept here is stored, row for row, or refused with a code; none of them is an exception.</summary>
public sealed class SpecimenTests
{
    [Fact]
    public void Every_specimen_is_stored_or_refused_with_a_code()
    {
        using var temporary = new TemporaryStore();
        var files = Directory.GetFiles(Repository.Specimen(""), "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) is not "README.md").ToList();
        files.Count.ShouldBeGreaterThan(20);
        foreach (var outcome in files.SelectMany(file => temporary.Ingest(file)))
        {
            if (outcome.Release is { } release)
            {
                release.RowsStored.ShouldBeGreaterThan(0, outcome.Place);
                (release.RowsStored + release.RowsRefused).ShouldBe(release.RowsIn, outcome.Place);
                temporary.Store.Refusals(release).LongCount().ShouldBe(release.RowsRefused, outcome.Place);
            }
            else
            {
                outcome.Fault!.Code.ShouldMatch("^(SRC|TRD)-[0-9]{4}$", outcome.Place);
            }
        }
    }
}
