using Plimsoll.Ledger.Files;
using Plimsoll.Trade;

namespace Plimsoll.Ledger.Peers;

/// <summary>Files in the folder of a peer. A failing disk is an <see cref="OutsideException"/> <c>LED-0216</c>.</summary>
internal static class PeerFile
{
    /// <summary>Puts a file in its place, whole or not at all.</summary>
    internal static void Write(FileInfo file, ReadOnlySpan<byte> bytes)
    {
        try
        {
            file.Directory!.Create();
            WholeFile.Write(file, bytes);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw Outside(failure);
        }
    }

    /// <summary>Runs what touches the disk.</summary>
    internal static T On<T>(Func<T> disk)
    {
        try
        {
            return disk();
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException and not OutsideException)
        {
            throw Outside(failure);
        }
    }

    private static OutsideException Outside(Exception failure) => new("LED-0216", $"The folder of a peer fails: {failure.Message}", retriable: false, failure);
}
