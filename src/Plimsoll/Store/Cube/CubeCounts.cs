namespace Plimsoll.Store.Cube;

/// <summary>How much of everything a cube file holds.</summary>
internal readonly record struct CubeCounts(
    int Rows, int Runs, int Marks, int Supplements, int Products, int Periods, int Reporters, int Partners, int Keys, int CodeBytes)
{
    /// <summary>False for counts that no writer writes.</summary>
    internal bool ArePossible =>
        int.Min(int.Min(int.Min(Rows, Runs), int.Min(Marks, Supplements)), int.Min(int.Min(Products, Periods), int.Min(Reporters, Partners))) >= 0
        && Keys is >= 0 and <= CubeColumns.CellLimit && CodeBytes >= 0 && Products < int.MaxValue && Runs < int.MaxValue;
}
