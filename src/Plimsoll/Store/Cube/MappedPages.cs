using System.Runtime.InteropServices;

namespace Plimsoll.Store.Cube;

/// <summary>
/// Pages of mapped files count as this process's memory until the system needs the room. A sweep gives back what it has read, so that
/// its memory does not grow with the store; the pages stay in the system's cache, and reading them again is always right.
/// </summary>
internal static unsafe partial class MappedPages
{
    // The same number on Linux and macOS.
    private const int DontNeed = 4;

    /// <summary>Gives the pages back. A hint: it cannot fail in a way that matters, and Windows has none for mapped files.</summary>
    /// <param name="start">Start of the mapping, which is the start of a page.</param>
    /// <param name="length">Bytes.</param>
    internal static void GiveBack(byte* start, long length)
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS())
        {
            _ = Advise((nint)start, (nint)length, DontNeed);
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Advise(nint start, nint length, int advice);
}
