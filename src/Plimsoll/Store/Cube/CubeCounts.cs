namespace Plimsoll.Store.Cube;

/// <summary>How much of everything a cube file holds; of rows, how many there is room for.</summary>
internal readonly record struct CubeCounts(
    int Room, int Runs, int Marks, int Supplements, int Products, int Periods, int Reporters, int Partners, int Keys, int CodeBytes)
{
    /// <summary>False for counts that no writer writes.</summary>
    internal bool ArePossible =>
        int.Min(int.Min(int.Min(Room, Runs), int.Min(Marks, Supplements)), int.Min(int.Min(Products, Periods), int.Min(Reporters, Partners))) >= 0
        && Keys is >= 0 and <= CubeColumns.CellLimit && CodeBytes >= 0 && Products < int.MaxValue && Runs < int.MaxValue;
}
