using System.Globalization;
using System.Text;
using Plimsoll.Agreements.Terms;

namespace Plimsoll.Agreements.Evidence;

/// <summary>The pages of a pack that are read and not computed with.</summary>
internal static class PackText
{
    /// <summary><c>clause.md</c>: the words of the clause, its numbers and where each comes from.</summary>
    internal static byte[] Clause(FindingSheet sheet)
    {
        var clause = sheet.Clause;
        var agreement = sheet.Agreement;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {clause.Title}\n\n**Status: {FindingWords.Status(sheet.Status)}.** {sheet.StatusNote}\n\n> {clause.Text}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Reference: {clause.Reference.Title}; {clause.Reference.Article}; {clause.Reference.Date:yyyy-MM-dd}; {clause.Reference.Link}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Compared with the reference on {clause.CheckedOn:yyyy-MM-dd} by: {clause.CheckedBy}.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Agreement `{agreement.Id}`, version {agreement.Version}, in effect from {agreement.EffectiveFrom:yyyy-MM-dd}, parties {string.Join(" and ", agreement.Parties)}, SHA-256 `{agreement.Sha256}`.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"A limit is crossed when {clause.Combination} of the table is crossed. Figures that count: {sheet.Basis}; source {clause.Source}. A colour is entered and left when {clause.Persistence.K} of the last {clause.Persistence.N} periods say so.\n\n");
        text.Append("| threshold | indicator | from | amber | red | amber ends | red ends | where the numbers come from |\n|---|---|---|---|---|---|---|---|\n");
        foreach (var threshold in clause.Thresholds)
        {
            foreach (var limits in threshold.Values)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {threshold.Id} | `{threshold.Indicator}` | {limits.Effective:yyyy-MM-dd} ")
                    .Append(CultureInfo.InvariantCulture, $"| {Limit(threshold, limits.Amber)} | {Limit(threshold, limits.Red)} | {Limit(threshold, limits.ExitAmber)} | {Limit(threshold, limits.ExitRed)} ")
                    .Append(CultureInfo.InvariantCulture, $"| {limits.Reference} {limits.Link} |\n");
            }
        }

        if (clause.Materiality is { } floor)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nNothing is crossed unless `{floor.Indicator}` {floor.Comparator} {PackJson.Digits(floor.Value)} {floor.Unit}.\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString().ReplaceLineEndings("\n"));
    }

    private static string Limit(ClauseSheet.ThresholdSheet threshold, Limit? limit) => limit switch
    {
        null => "–",
        { By: null } => $"{threshold.Comparator} {PackJson.Digits(limit.Stairs[0].Value)} {threshold.Unit}",
        _ => string.Join("; ", limit.Stairs.Select(s =>
            $"{threshold.Comparator} {PackJson.Digits(s.Value)} {threshold.Unit} where {limit.By} {(s.UpTo is { } end ? $"<= {PackJson.Digits(end)}" : "is above that")}")),
    };

    /// <summary><c>VERIFY.md</c>: how a reader who trusts nobody checks the pack.</summary>
    internal static byte[] Verify(FindingSheet sheet, IReadOnlyList<ReleaseSheet> releases)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # How to verify this evidence

            {sheet.Sentence}

            This folder holds everything that the colour was made from. It was made without a clock and without the name of a machine: whoever
            holds the same releases and the same agreement writes the same bytes with

            ```text
            plimsoll evidence {sheet.Id} --agreement agreement.yaml{(sheet.AsOf is { } day ? string.Create(CultureInfo.InvariantCulture, $" --as-of {day:yyyy-MM-dd}") : "")}
            ```

            ## Without Plimsoll

            1. `sha256sum -c MANIFEST.sha256` says whether a file was changed after the pack was written. It cannot say who wrote it.
            2. `clause.md` has the clause and where each limit comes from; `agreement.yaml` is the whole agreement, and its hash stands in
               `finding.json`.
            3. `computation.txt` goes from sums to the colour line by line. Redo it with a pocket calculator.
            4. `rows.csv` has every record that entered, in full digits. Filter it by flow and by the months of a window and add up
               `value` or `quantity_kg`: the sums are the inputs in `computation.txt`. Empty is not given, which is not zero.
            5. Ask the source for the files below, hash them, and look the rows up.

            ## With Plimsoll, offline and without a store

            ```text
            plimsoll verify FOLDER-OR-ZIP
            plimsoll verify FOLDER-OR-ZIP --file FILE-OF-THE-SOURCE
            ```

            The first adds up the rows, applies the indicator's method, the limits of `agreement.yaml` and the rule for zones, draws the
            chart again, and compares. The second also hashes the source's own files and looks for every row in them, and for rows
            that were left out.

            ## What a pack cannot prove

            - That the source published these files, and when: ask the source, or an archive. `evidence` in `releases.json` says how
              the time of publication is known.
            - That a month without a row had no trade: that follows from the scope of the release (`exhaustive`).
            - That a limit was agreed: only signatures do. Here the status is: {FindingWords.Status(sheet.Status)}.
            - The alternatives in `sensitivity.json`: they need figures that did not enter the finding, and are repeated with a store.

            ## Files of the sources

            | release | file | SHA-256 | published | rows that entered |
            |---|---|---|---|---|

            """);
        foreach (var release in releases)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {release.Id} | {release.Source} {release.Dataset}, `{release.FileName}` | `{release.Sha256}` | {release.PublishedAt:yyyy-MM-dd} ({release.Evidence.ToString().ToLowerInvariant()}) | {release.RowsEntered} |\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString().ReplaceLineEndings("\n"));
    }
}
