using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Plimsoll.Agreements.Yaml;

/// <summary>Turns text into YAML nodes that know their place, within limits that a hostile file cannot exceed.</summary>
internal static class YamlTree
{
    private const int SizeLimit = 1_000_000;
    private const int DepthLimit = 32;

    /// <summary>The one document's mapping; null when there is none, with the reason in the log.</summary>
    internal static YamlMappingNode? Read(string text, FaultLog faults)
    {
        if (text.Length > SizeLimit)
        {
            faults.Add(Mark.Empty, "AGR-0002", "The file is larger than one megabyte. Split it into several agreements.");
            return null;
        }

        var parser = new Parser(new StringReader(text));
        try
        {
            return IsWithinLimits(parser, faults) ? Load(text, faults) : null;
        }
        catch (YamlException bad)
        {
            faults.Add(bad.Start, "AGR-0001", $"Not YAML: {bad.Message}");
        }
        catch (Exception bad) when (bad is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet 18.1 throws these, without a place, for a list or mapping that is not closed.
            faults.Add(parser.Current?.End ?? Mark.Empty, "AGR-0001", "Not YAML: a list or mapping that opens near here is not closed.");
        }

        return null;
    }

    // The library builds its tree by recursion and follows aliases, so depth and aliases are checked on the flat stream of events first.
    private static bool IsWithinLimits(Parser parser, FaultLog faults)
    {
        var depth = 0;
        while (parser.MoveNext())
        {
            var now = parser.Current!;
            depth += now.NestingIncrease;
            if (depth > DepthLimit)
            {
                faults.Add(now.Start, "AGR-0002", $"Nested more than {DepthLimit} levels deep. Flatten the conditions.");
                return false;
            }

            if (now is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            {
                faults.Add(now.Start, "AGR-0002", "Anchors and aliases are not accepted. Write the value out where it is used.");
                return false;
            }
        }

        return true;
    }

    private static YamlMappingNode? Load(string text, FaultLog faults)
    {
        var stream = new YamlStream();
        stream.Load(new Parser(new StringReader(text)));
        if (stream.Documents is [{ RootNode: YamlMappingNode root }])
        {
            return root;
        }

        var place = stream.Documents is [var first, ..] ? first.RootNode.Start : Mark.Empty;
        faults.Add(place, "AGR-0005", "The file must be one document with keys at its top level.");
        return null;
    }
}
