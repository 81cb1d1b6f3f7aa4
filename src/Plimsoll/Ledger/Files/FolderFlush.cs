using System.Runtime.InteropServices;

namespace Plimsoll.Ledger.Files;

/// <summary>
/// Brings the entries of a folder to the disk: on Unix a file or a new name in a folder survives a power cut only when the folder was
/// flushed too. Windows keeps a journal of them.
/// </summary>
internal static partial class FolderFlush
{
    internal static void Run(DirectoryInfo folder)
    {
        if (OperatingSystem.IsWindows() || Open(folder.FullName, 0) is not (>= 0 and var descriptor))
        {
            return;
        }

        // A file system that cannot flush folders says so here, and nothing can be done about it.
        _ = Flush(descriptor);
        _ = Close(descriptor);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Flush(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
