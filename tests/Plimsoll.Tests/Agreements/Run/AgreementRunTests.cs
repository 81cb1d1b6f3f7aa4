using Plimsoll.Agreements;
using Plimsoll.Tests.Store;
using Shouldly;
using Xunit;

namespace Plimsoll.Tests.Agreements.Run;

public sealed class AgreementRunTests
{
    [Fact]
    public void An_empty_store_makes_every_clause_not_assessable_and_never_green()
    {
        using var temporary = new TemporaryStore();
        var agreement = AgreementFile.Load(Path.Combine(Repository.Root, "agreements", "eu-china-illustrative", "agreement.yaml")).Agreement!;
        using var run = new AgreementRun(temporary.Store, asOf: null, new DateOnly(2026, 7, 1));
        var findings = run.Assess(agreement, TestContext.Current.CancellationToken);
        findings.ShouldNotBeEmpty();
        findings.ShouldAllBe(f => f.Zone == Zone.NotAssessable && f.Reason != null);
    }
}
