using System.Text.RegularExpressions;
using Plimsoll.Trade;

namespace Plimsoll.Sources.Sdmx;

/// <summary>A dataset whose records are trade between a reporter and a partner, and what it calls its dimensions.</summary>
/// <param name="Source">Line of vintages, see <see cref="Release.Source"/>.</param>
/// <param name="Id">The source's own name, without agency and version.</param>
/// <param name="Names">Names of its dimensions.</param>
/// <param name="Balances">True when flow 3 (balance) may occur.</param>
internal sealed partial record Dataset(string Source, string Id, DimensionNames Names, bool Balances = false)
{
    /// <summary>True when it lists all trade there was.</summary>
    internal bool Exhaustive { get; private init; }

    internal static Dataset ShortTerm { get; } = new("eurostat-st", "ext_st_easitc", DimensionNames.ShortTerm);

    private static readonly Dataset[] Known =
    [
        new("comext", "DS-045409", DimensionNames.Comext) { Exhaustive = true },
        new("comext", "DS-059322", DimensionNames.Comext) { Exhaustive = true },
        new("eurostat-hs", "DS-059341", DimensionNames.Comext) { Exhaustive = true },
        ShortTerm,
    ];

    /// <summary>
    /// The dataset of a dataflow such as <c>ESTAT:DS-045409(1.0)</c>. Fault <c>SRC-0113</c> when the text has another shape,
    /// <c>SRC-0110</c> when the dataflow is not one that is understood; <paramref name="columns"/> are named in the reason.
    /// </summary>
    internal static Parsed<Dataset> OfDataflow(string dataflow, IReadOnlyCollection<string> columns)
    {
        var match = DataflowShape().Match(dataflow);
        if (!match.Success)
        {
            return new Fault("SRC-0113", "Not a dataflow. Write AGENCY:ID(VERSION), such as ESTAT:DS-045409(1.0).", dataflow);
        }

        var id = match.Groups["id"].Value;
        if (string.Equals(match.Groups["agency"].Value, "PLIMSOLL", StringComparison.Ordinal))
        {
            return new Dataset(id.ToLowerInvariant(), id, DimensionNames.Comext, Balances: true);
        }

        return Find(id) is { } known ? known : NotUnderstood(dataflow, DimensionNames.Comext.MissingFrom(columns));
    }

    /// <summary>The dataset whose code stands in the text (a file name, or the code itself); null when none does.</summary>
    internal static Dataset? NamedIn(string text) => Array.Find(Known, d => text.Contains(d.Id, StringComparison.OrdinalIgnoreCase));

    /// <summary>The dataset of that code; null when it is not one that is understood.</summary>
    internal static Dataset? Find(string id) => Array.Find(Known, d => string.Equals(d.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>Fault <c>SRC-0110</c>: the dataset is not trade by reporter and partner in a form that is understood.</summary>
    internal static Fault NotUnderstood(string dataset, IReadOnlyList<string> missing)
    {
        var reason = missing.Count == 0 ? "it is none of these" : $"it has no {string.Join(", ", missing)}";
        return new Fault("SRC-0110", $"The dataset cannot be used: {reason}. Understood are {string.Join(", ", Known.Select(d => d.Id))} and PLIMSOLL:* dataflows.", dataset);
    }

    [GeneratedRegex(@"^(?<agency>[A-Za-z][\w.-]*):(?<id>[A-Za-z0-9_@$-]+)(?:\([^()]*\))?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DataflowShape();
}
