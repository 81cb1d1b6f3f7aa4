namespace Plimsoll.Store.Cube;

/// <summary>How much of everything a cube file holds.</summary>
internal readonly record struct CubeCounts(
    int Rows, int Runs, int Marks, int Supplements, int Products, int Periods, int Reporters, int Partners, int Keys, int CodeBytes);
