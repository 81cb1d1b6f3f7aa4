namespace Plimsoll.Ledger.Files;

/// <summary>Writes small files so that a reader, or the next start after a power cut, finds the old one or the new one and never half of it.</summary>
public static class WholeFile
{
    /// <summary>
    /// Puts a file in its place; when this returns, a power cut does not undo it. The folder must exist. What the disk refuses is an
    /// <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>.
    /// </summary>
    /// <param name="file">Replaced when it exists, unless <paramref name="isNew"/>.</param>
    /// <param name="bytes">All of it.</param>
    /// <param name="mode">Who may read it, on Unix; null for the usual.</param>
    /// <param name="isNew">True to refuse to replace a file.</param>
    public static void Write(FileInfo file, ReadOnlySpan<byte> bytes, UnixFileMode? mode = null, bool isNew = false)
    {
        // The name of the file in the making is its own: two may write the same file at once.
        var making = $"{file.FullName}.{Guid.NewGuid():N}.part";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (mode is { } only && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = only;
        }

        try
        {
            using (var stream = new FileStream(making, options))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            File.Move(making, file.FullName, overwrite: !isNew);
            FolderFlush.Run(file.Directory!);
        }
        finally
        {
            File.Delete(making);
        }
    }
}
