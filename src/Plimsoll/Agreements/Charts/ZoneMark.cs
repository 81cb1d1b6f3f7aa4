namespace Plimsoll.Agreements.Charts;

/// <summary>The word and the shape of a zone: circle, triangle, square, hollow where a colour is not settled, a cross without value.</summary>
internal static class ZoneMark
{
    internal static string Word(Zone zone) => zone == Zone.NotAssessable ? "not assessable" : zone.ToString().ToLowerInvariant();

    internal static string Draw(Zone zone, string x, string y)
    {
        var shape = zone switch
        {
            Zone.Green => "<circle r=\"6\" fill=\"#1b6e3c\" stroke=\"#ffffff\"/>",
            Zone.Amber => "<path d=\"M0 -7L7 6L-7 6Z\" fill=\"#d99400\" stroke=\"#5c3c00\"/>",
            Zone.Red => "<rect x=\"-6\" y=\"-6\" width=\"12\" height=\"12\" fill=\"#b3261e\" stroke=\"#ffffff\"/>",
            Zone.Pending => "<circle r=\"5.5\" fill=\"#ffffff\" stroke=\"#8a5a00\" stroke-width=\"2.5\"/>",
            Zone.Recovering => "<path d=\"M0 -7L7 0L0 7L-7 0Z\" fill=\"#ffffff\" stroke=\"#1b6e3c\" stroke-width=\"2.5\"/>",
            _ => "<path d=\"M-5 -5L5 5M-5 5L5 -5\" stroke=\"#6b6e80\" stroke-width=\"2.5\"/>",
        };
        return $"<g transform=\"translate({x} {y})\">{shape}</g>";
    }
}
