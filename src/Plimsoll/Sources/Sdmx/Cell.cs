namespace Plimsoll.Sources.Sdmx;

/// <summary>One observation as text, whatever format it came in. A part that the format does not have is empty.</summary>
internal readonly ref struct Cell
{
    internal ReadOnlySpan<char> Frequency { get; init; }

    internal ReadOnlySpan<char> Reporter { get; init; }

    internal ReadOnlySpan<char> Partner { get; init; }

    internal ReadOnlySpan<char> Product { get; init; }

    internal ReadOnlySpan<char> Flow { get; init; }

    internal ReadOnlySpan<char> Indicator { get; init; }

    internal ReadOnlySpan<char> Period { get; init; }

    internal ReadOnlySpan<char> Value { get; init; }

    internal ReadOnlySpan<char> Flag { get; init; }

    internal ReadOnlySpan<char> Confidentiality { get; init; }
}
