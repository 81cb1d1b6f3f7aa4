using Plimsoll.Agreements.Charts;
using Plimsoll.Agreements.Evidence;
using System.Globalization;
using Plimsoll.Agreements.Terms;
using Plimsoll.Indicators;
using Plimsoll.Trade;

namespace Plimsoll.Agreements.Verifying;

/// <summary>Holds what a pack says against its own rows and against the agreement's text.</summary>
internal sealed class PackCheck(PackParts parts, AgreementFile text, Clause clause)
{
    private readonly FindingSheet finding = parts.Finding;
    private readonly Computation computation = parts.Computation;
    private readonly Dictionary<(string, Figures), RowTotals> totals = parts.Computation.Sides
        .DistinctBy(s => (s.Vintage, s.Figures))
        .ToDictionary(s => (s.Vintage, s.Figures), s => new RowTotals(s, parts.Rows));

    // Reasons that a pack cannot refute: it has no row of what was not published.
    private static readonly string[] NotPublished = ["IND-0002", "IND-0003", "IND-0004", "IND-0012", "AGR-0105", "AGR-0106"];

    internal IEnumerable<Fault> Agreement()
    {
        var right = FindingSheetOfText();
        return
            from pair in new (string Name, byte[] Said, byte[] Right)[]
            {
                ("agreement", PackJson.Write(finding.Agreement), PackJson.Write(right.Agreement)),
                ("clause", PackJson.Write(finding.Clause), PackJson.Write(right.Clause)),
                ("status", PackJson.Write(finding.Status), PackJson.Write(right.Status)),
                ("status_note", PackJson.Write(finding.StatusNote), PackJson.Write(right.StatusNote)),
                ("basis", PackJson.Write(finding.Basis), PackJson.Write(right.Basis)),
                ("subject", PackJson.Write(finding.Subject.Flow), PackJson.Write(right.Subject.Flow)),
            }
            where !pair.Said.AsSpan().SequenceEqual(pair.Right)
            select new Fault("EVI-0007", "finding.json does not say what the text of the agreement says.", pair.Name);
    }

    internal IEnumerable<Fault> Rows() =>
        SideCheck.Of(clause, finding, computation)
            .Concat(parts.Rows.Where(r => !totals.TryGetValue((r.Vintage, r.Figures), out var side) || !side.Takes(r.Record))
                .Select(r => new Fault("EVI-0005", "A row enters no sum of the computation.", Words(r))))
            .Concat(parts.Rows.Where(r => parts.Releases.All(one => one.Id != r.Record.Release || one.Currency != r.Record.Currency))
                .Select(r => new Fault("EVI-0009", "A row names a release, or a currency, that the list of releases does not have.", Words(r))))
            .Concat(parts.Releases.Where(r => r.RowsEntered != parts.Rows.Count(row => row.Record.Release == r.Id))
                .Select(r => new Fault("EVI-0009", "The release did not give as many rows as the list says.", r.Id)))
            .Concat(finding.Releases.Where(id => parts.Releases.All(r => r.Id != id)).Select(id => new Fault("EVI-0009", "The finding names a release that is not on the list.", id)));

    internal IEnumerable<Fault> Sums() =>
        from period in computation.Periods
        from reading in period.Readings
        from input in reading.Inputs
        let sum = NamedInput.Parse(input.Name)
        where sum is not null && input.Value is not null
        where totals.GetValueOrDefault((period.Vintage, reading.Figures))?.Sum(sum.Sum, sum.Partner, [sum.Window]) != input.Value
        select new Fault("EVI-0005", $"The rows do not add up to {Value(input.Value)}.", $"{period.Period} {reading.Indicator}: {input.Name}");

    internal IEnumerable<Fault> Readings()
    {
        foreach (var period in computation.Periods)
        {
            var said = period.Readings.Select(r => (r.Indicator.Split('/')[0], r.Figures));
            if (!said.SequenceEqual(clause.Needs.Select(n => (n.Indicator, n.Figures))))
            {
                yield return Wrong(period, "The readings are not those that the clause asks for.", clause.Id);
            }

            if (period.JudgedOn != period.Period.End.Plus(1).FirstDay.AddDays(-1))
            {
                yield return Wrong(period, "A period is judged by the limits of its last day.", "judged_on");
            }

            // Where nothing was read there is no unit; a value always has one.
            foreach (var reading in period.Readings.Where(r => r.Unit.Length > 0 || r.Value is not null || r.Reason is not { Code: "AGR-0105" or "AGR-0106" }))
            {
                var again = ReadingAgain.Of(reading, period, totals.GetValueOrDefault((period.Vintage, reading.Figures)), finding.Subject);
                if (again.Value != reading.Value && !(reading.Value is null && IsUnpublished(reading)))
                {
                    yield return Wrong(period, $"The rows give {Value(again.Value)}, the pack says {Value(reading.Value)}.", reading.Indicator);
                }

                if (again.Unit != reading.Unit || again.Valuation != reading.Valuation || again.Period != reading.Period || again.Indicator != reading.Indicator)
                {
                    yield return Wrong(period, $"It is {again.Indicator} for {again.Period} in {again.Unit}, {again.Valuation}.", reading.Indicator);
                }

                if (again.ConfidentialShare is { } share && reading.Value is not null && share != reading.ConfidentialShare)
                {
                    yield return Wrong(period, $"The confidential share is {Value(share)}.", reading.Indicator);
                }

                foreach (var (name, value) in again.Derived.Where(d => reading.Inputs.FirstOrDefault(i => i.Name == d.Name)?.Value != d.Value))
                {
                    yield return Wrong(period, $"It is {Value(value)}.", $"{reading.Indicator} {name}");
                }
            }
        }
    }

    internal IEnumerable<Fault> Comparisons()
    {
        foreach (var period in computation.Periods)
        {
            var right = ZonesAgain.Comparisons(clause, period);
            foreach (var (i, said) in period.Comparisons.Index())
            {
                if (i >= right.Count || said != right[i])
                {
                    yield return new Fault(
                        "EVI-0007",
                        i < right.Count ? $"By the agreement it is {Value(right[i].Value)} {right[i].Comparator} {Value(right[i].Limit)}: {right[i].Crossed?.ToString() ?? "not known"}." : "The agreement has no such limit on that day.",
                        $"{period.Period} {said.Figures} {said.Threshold} {said.Level} {Value(said.Limit)}");
                }
            }

            if (period.Comparisons.Count < right.Count)
            {
                yield return new Fault("EVI-0007", "A comparison is left out.", period.Period.ToString());
            }
        }
    }

    internal IEnumerable<Fault> Zones()
    {
        var right = ZonesAgain.Of(clause, computation.Periods);
        return from pair in computation.Periods.Zip(right)
               where pair.First.Zone != pair.Second
               select new Fault("EVI-0008", $"The comparisons give {ZoneMark.Word(pair.Second)}.", $"{pair.First.Period} {ZoneMark.Word(pair.First.Zone)}");
    }

    internal IEnumerable<Fault> Finding()
    {
        var last = computation.Periods[^1];
        var leading = last.Readings.FirstOrDefault(r => r.Figures == finding.Figures && r.Indicator == finding.Indicator);
        decimal? Limit(string level) => last.Comparisons.FirstOrDefault(c => c.Figures == finding.Figures && c.Indicator == finding.Indicator?.Split('/')[0] && c.Level == level)?.Limit;
        var limits = finding.Thresholds;
        var threshold = clause.Condition.Thresholds.FirstOrDefault(t => t.Indicator == finding.Indicator?.Split('/')[0]);
        var before = computation.Periods.Count > 1 ? computation.Periods[^2].Zone : Zone.NotAssessable;
        (string Name, bool Holds)[] said =
        [
            ("id", finding.Id == $"{finding.Agreement.Id}/{finding.Clause.Id}@{finding.Subject.Reporter}.{finding.Subject.Partner}.{finding.Subject.Product}/{finding.Period}" && computation.Finding == finding.Id),
            ("period", last.Period == finding.Period), ("zone", last.Zone == finding.Zone), ("previous_zone", before == finding.PreviousZone),
            ("value", leading?.Value == finding.Value), ("figures", leading is not null || finding.Indicator is null),
            ("method_version", finding.MethodVersion == IndicatorRun.MethodVersion), ("format", finding.Format == FindingSheet.CurrentFormat),
            ("amber", Limit("amber") == limits.Amber), ("red", Limit("red") == limits.Red), ("exit_amber", Limit("exit_amber") == limits.ExitAmber),
            ("exit_red", Limit("exit_red") == limits.ExitRed), ("comparator", threshold?.Comparator.Symbol() == limits.Comparator),
            ("effective_from", (threshold?.On(last.JudgedOn) ?? threshold?.Values[0])?.Effective == limits.EffectiveFrom),
            ("sentence", FindingWords.Sentence(finding) == finding.Sentence), ("reason", finding.Reason is null == (finding.Zone != Zone.NotAssessable)),
            ("known_at", finding.KnownAt == parts.Releases.Where(r => finding.Releases.Contains(r.Id, StringComparer.Ordinal)).Select(r => (DateTimeOffset?)r.PublishedAt).Max()),
            ("as_of", computation.Sides.All(s => finding.AsOf is null || (s.Vintage != Computation.Newest && string.CompareOrdinal(s.Vintage, Computation.VintageOf(finding.AsOf)) <= 0))),
        ];
        return said.Where(s => !s.Holds).Select(s => new Fault("EVI-0008", "finding.json does not say what the computation gives.", s.Name));
    }

    internal IEnumerable<string> NotVerified(IReadOnlyList<FileInfo> originals)
    {
        var missing = computation.Periods.SelectMany(p => p.Readings).Count(r => r.Value is null);
        if (originals.Count == 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"That the {parts.Releases.Count} files of the sources have these rows and no others for these cells: give the files with --file.");
        }

        yield return "That the sources published these files, and when: ask the source or an archive.";
        var newest = parts.Releases.Count == 0 ? "these" : string.Create(CultureInfo.InvariantCulture, $"{parts.Releases.Max(r => r.PublishedAt):yyyy-MM-dd}");
        yield return $"That nothing newer than {newest} was published: the pack has the newest figures that its author held{(finding.AsOf is null ? "" : " of those known on its day")}.";
        yield return "That a month or country without a row had no trade: it follows from the scope of the release.";
        if (missing > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"That {missing} readings of the history have no value: what was not published, or only in part, leaves no row.");
        }

        yield return "That no country is left out of the whole, the secret partners or the suppliers by which shares are formed: compare them with computation.json.";
        yield return "That missing_periods is right, that no period is left out between two others, and that each was read from the vintage that the clause asks for.";
        yield return $"That both parties hold this text: compare the hash of their own, {finding.Agreement.Sha256}.";
        yield return $"That limits are {FindingWords.Status(finding.Status)}: the text calls itself {FindingWords.Status(text.Agreement!.Status)}, and only signatures in the parties' logs prove more.";
        yield return $"Zones before {computation.Periods[0].Period}: the history begins there with nothing entered.";
        yield return "The alternatives in sensitivity.json and the objections: they are the author's, and are repeated with a store.";
        yield return "Who made the pack: a manifest is no signature.";
    }

    private FindingSheet FindingSheetOfText() => finding with
    {
        Agreement = AgreementSheet.Of(parts.Agreement),
        Clause = ClauseSheet.Of(clause),
        // Signatures make more of a proposal; nothing makes more of an illustration.
        Status = text.Agreement!.Status == AgreementStatus.Illustrative ? AgreementStatus.Illustrative : finding.Status,
        StatusNote = text.Agreement.Note,
        Basis = Word<Basis>.Of(clause.Basis),
        Subject = finding.Subject with { Flow = clause.Applies.Flow },
    };

    private static bool IsUnpublished(Computation.ReadingPart reading) => reading.Reason is { } reason && NotPublished.Contains(reason.Code, StringComparer.Ordinal);

    private static Fault Wrong(Computation.PeriodPart period, string message, string what) => new("EVI-0006", message, $"{period.Period} {what}");

    private static string Value(decimal? value) => value is { } number ? PackJson.Digits(number) : "none";

    private static string Words(EvidenceRow r) => $"{r.Record.Release} {r.Record.Reporter} {r.Record.Partner} {r.Record.Product} {r.Record.Flow} {r.Record.Period}";
}
