namespace Plimsoll.Sources.Comext;

/// <summary>Whole lines at the start of a buffer, or the first bytes of a line that is too long.</summary>
/// <param name="Buffer">Holds the lines, and at least <see cref="LineBlocks.Padding"/> bytes behind them.</param>
/// <param name="Length">Bytes in use, ending with a line end unless <paramref name="IsLongLine"/>.</param>
/// <param name="IsFirst">True when the buffer begins with the header of the file.</param>
/// <param name="IsLongLine">True when the buffer holds only the beginning of a line beyond the limit.</param>
internal sealed record LineBlock(byte[] Buffer, int Length, bool IsFirst, bool IsLongLine);
