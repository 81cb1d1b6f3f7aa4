using DuckDB.NET.Data;
using Plimsoll.Sources;
using Plimsoll.Store.Parquet;

namespace Plimsoll.Store.Query;

/// <summary>Makes the view <c>visible</c>: the rows of a source that count on a day, by the same rule as the cube (<see cref="Visibility"/>).</summary>
internal static class VisibleRows
{
    private const string WithoutReplaced =
        """
        CREATE TEMP VIEW visible AS SELECT * FROM stored o
        WHERE NOT EXISTS (
                SELECT 1 FROM hidden h WHERE h.release = o.release AND h.period = o.period AND h.months = o.months)
          AND NOT EXISTS (
                SELECT 1 FROM replaced x
                JOIN scope p ON p.release = x.newer AND p.kind = 'product'
                JOIN scope r ON r.release = x.newer AND r.kind = 'reporter'
                JOIN scope s ON s.release = x.newer AND s.kind = 'partner'
                JOIN scope f ON f.release = x.newer AND f.kind = 'flow'
                WHERE x.older = o.release AND x.period = o.period AND x.months = o.months
                  AND p.code = o.product AND r.code = o.reporter AND s.code = o.partner AND f.code = o.flow::VARCHAR)
        """;

    /// <summary>False when no release has a row to show.</summary>
    internal static bool Create(DuckDBConnection connection, Catalogue catalogue, IReadOnlyList<Release> releases)
    {
        var shown = new List<(Release Release, Visibility Visibility)>();
        foreach (var (index, release) in releases.Index())
        {
            var visibility = new Visibility(release, releases.Skip(index + 1));
            if (release.Scope.Periods.Any(p => !visibility.IsHidden(p)) && catalogue.Parts(release).Count > 0)
            {
                shown.Add((release, visibility));
            }
        }

        if (shown.Count == 0)
        {
            return false;
        }

        // Release ids are hexadecimal digits of a hash, so they can stand in the text of the query.
        var reads = shown.Select(s => $"SELECT '{s.Release.Id}' AS release, * FROM read_parquet([{string.Join(", ", catalogue.Parts(s.Release).Select(p => p.Quoted()))}])");
        connection.Run($"CREATE TEMP VIEW stored AS {string.Join("\nUNION ALL\n", reads)}");
        CreateReplacements(connection, shown);
        return true;
    }

    private static void CreateReplacements(DuckDBConnection connection, List<(Release Release, Visibility Visibility)> shown)
    {
        var hidden = shown.SelectMany(s => s.Release.Scope.Periods.Where(s.Visibility.IsHidden).Select(p => (s.Release, Period: p))).ToList();
        var replaced = shown.SelectMany(s => s.Release.Scope.Periods.SelectMany(p => s.Visibility.Newer(p).Select(n => (s.Release, Newer: n, Period: p)))).ToList();
        if (hidden.Count == 0 && replaced.Count == 0)
        {
            connection.Run("CREATE TEMP VIEW visible AS SELECT * FROM stored");
            return;
        }

        connection.Run("CREATE TEMP TABLE hidden (release VARCHAR, period DATE, months UTINYINT)");
        connection.Run("CREATE TEMP TABLE replaced (older VARCHAR, newer VARCHAR, period DATE, months UTINYINT)");
        connection.Run("CREATE TEMP TABLE scope (release VARCHAR, kind VARCHAR, code VARCHAR)");
        using (var appender = connection.CreateAppender("hidden"))
        {
            foreach (var (release, period) in hidden)
            {
                appender.CreateRow().AppendValue(release.Id).AppendValue((DateOnly?)period.Start.FirstDay).AppendValue((byte?)period.Months).EndRow();
            }
        }

        using (var appender = connection.CreateAppender("replaced"))
        {
            foreach (var (release, newer, period) in replaced)
            {
                appender.CreateRow().AppendValue(release.Id).AppendValue(newer.Id).AppendValue((DateOnly?)period.Start.FirstDay).AppendValue((byte?)period.Months).EndRow();
            }
        }

        CreateScopes(connection, replaced.Select(r => r.Newer).DistinctBy(r => r.Id, StringComparer.Ordinal));
        connection.Run(WithoutReplaced);
    }

    private static void CreateScopes(DuckDBConnection connection, IEnumerable<Release> releases)
    {
        using var appender = connection.CreateAppender("scope");
        foreach (var release in releases)
        {
            var scope = release.Scope;
            (string Kind, IEnumerable<string> Codes)[] kinds =
            [
                ("product", scope.Products), ("reporter", scope.Reporters), ("partner", scope.Partners),
                ("flow", scope.Flows.Select(f => $"{f:D}")),
            ];
            foreach (var (kind, codes) in kinds)
            {
                foreach (var code in codes)
                {
                    appender.CreateRow().AppendValue(release.Id).AppendValue(kind).AppendValue(code).EndRow();
                }
            }
        }
    }
}
