namespace Plimsoll.Tests.Agreements;

/// <summary>An agreement of one clause: Germany's imports of one product from China, red above one half, in any month.</summary>
internal static class SupplierClause
{
    internal const string Product = "85051110";

    /// <summary>Its text.</summary>
    /// <param name="measure"><c>share</c>, or <c>hhi</c> over all suppliers.</param>
    /// <param name="vintage">The rule about revisions: <c>as_of</c> or <c>first_release</c>.</param>
    /// <param name="confidential">How much may be secret, or <c>none</c> for no bound.</param>
    /// <param name="persistence">In how many of how many months.</param>
    internal static string Text(string measure = "share", string vintage = "as_of", string confidential = "none", string persistence = "{k: 1, n: 1}") => $$"""
        agreement:
          id: case
          title: Case
          parties: [EU27_2020, CN]
          status: illustrative
          version: 1
          effective_from: 2020-01-01
          note: Illustrative – not agreed by the parties.
        clauses:
          - id: one
            title: One
            text: Illustrative – not agreed by the parties. One limit.
            reference: {title: Case, article: none, link: "https://example.org/", date: 2020-01-01}
            checked_on: 2020-01-01
            checked_by: project
            applies: {reporters: [DE], level: group, partners: [CN], products: ["{{Product}}"], flow: import, source: comext, regime: all}
            conditions:
              id: limit
              measure: {{measure}}
              window: month
              baseline: none
              comparator: ">"
              unit: ratio
              direction: higher_is_worse
              values:
                - effective: 2020-01-01
                  amber: none
                  red: 0.5
                  hysteresis: none
                  reference: {text: Case, link: "https://example.org/"}
            basis: reporter
            valuation: CIF
            aggregation: as_published
            materiality_floor: none
            persistence: {{persistence}}
            min_data_quality: {max_confidential_share: {{confidential}}, complete_months: true}
            vintage_rule: {{vintage}}
            effect: {amber: none, red: listing, duty_ladder: none}
            consultation: none
        """;

    /// <summary>The text with a second condition, on twelve months, one of the two being enough.</summary>
    internal static string OrOverAYear(string clause)
    {
        var lines = clause.Split('\n');
        var from = Array.FindIndex(lines, line => line.Contains("id: limit", StringComparison.Ordinal));
        var to = Array.FindIndex(lines, line => line.StartsWith("    basis:", StringComparison.Ordinal));
        var one = lines[from..to].Select((line, i) => i == 0 ? $"        - {line.Trim()}" : $"    {line}").ToList();
        var other = one.Select(line => line.Replace("id: limit", "id: year", StringComparison.Ordinal).Replace("window: month", "window: roll12", StringComparison.Ordinal));
        return string.Join('\n', [.. lines[..from], "      any:", .. one, .. other, .. lines[to..]]);
    }
}
