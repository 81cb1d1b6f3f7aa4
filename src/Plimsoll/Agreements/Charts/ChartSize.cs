namespace Plimsoll.Agreements.Charts;

/// <summary>How large a chart is, and how much of the text it carries.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Left">Left end of the plot.</param>
/// <param name="Right">Right end of the plot.</param>
/// <param name="PlotHeight">Height of the plot.</param>
/// <param name="Ticks">Most periods named on the axis.</param>
/// <param name="HasTitle">True for a sheet that stands alone, with title, status and source; on a page these stand around it.</param>
/// <param name="TitleLength">Characters in a line of the title.</param>
/// <param name="MeasureLength">Characters in a line of the measure.</param>
/// <param name="SourceLength">Characters in a line of the source.</param>
public sealed record ChartSize(int Width, decimal Left, decimal Right, decimal PlotHeight, int Ticks, bool HasTitle, int TitleLength = 80, int MeasureLength = 110, int SourceLength = 130)
{
    /// <summary>A sheet that stands alone.</summary>
    public static ChartSize Sheet { get; } = new(960, 84, 776, 300, 8, HasTitle: true);

    /// <summary>On a page.</summary>
    public static ChartSize Wide { get; } = new(900, 64, 748, 280, 8, HasTitle: false);

    /// <summary>On a page as wide as a telephone.</summary>
    public static ChartSize Narrow { get; } = new(340, 48, 334, 240, 3, HasTitle: false, MeasureLength: 44);

    // The names of the limits stand beside the plot, or in it.
    internal bool HasRoomBeside => Width - Right > 120;
}
