using Plimsoll.Trade;
using YamlDotNet.Core;

namespace Plimsoll.Agreements.Yaml;

/// <summary>Collects everything that is wrong with one file.</summary>
internal sealed class FaultLog(string file)
{
    private readonly List<PlacedFault> faults = [];

    internal bool IsEmpty => faults.Count == 0;

    internal void Add(Mark place, string code, string message, string text = "") =>
        faults.Add(new PlacedFault(file, place.Line, place.Column, new Fault(code, message, text)));

    internal IReadOnlyList<PlacedFault> Sorted() => [.. faults.OrderBy(fault => (fault.Line, fault.Column))];
}
