using System.Security.Cryptography;

namespace Plimsoll.Store.Cube;

/// <summary>
/// Where a cube file keeps each column, computed alike by writer and reader from the counts in the header. The columns of rows come
/// first, with room for all rows that are folded into them, so that they can be written before anything else is known.
/// </summary>
internal readonly struct CubeLayout
{
    /// <summary>First eight bytes of a cube file; the digit is the format's version.</summary>
    internal static ReadOnlySpan<byte> Magic => "PLMCUBE5"u8;

    /// <summary>Bytes of the header: the magic, the counts, the checksum of marks and totals, and the seal.</summary>
    internal const int HeaderLength = 128;

    /// <summary>Where the header keeps the checksum of all that follows the index.</summary>
    internal const int RestSumOffset = 88;

    /// <summary>Where the header keeps the seal.</summary>
    internal const int SealOffset = 96;

    private const int Alignment = 64;

    internal CubeLayout(CubeCounts counts)
    {
        long at = HeaderLength;
        long Take(long bytes)
        {
            var start = at;
            at = (at + bytes + Alignment - 1) / Alignment * Alignment;
            return start;
        }

        Keys = Take(counts.Room * 2L);
        Values = Take(counts.Room * 8L);
        Kilograms = Take(counts.Room * 8L);
        Supplements = Take(counts.Supplements * 8L);
        Codes = Take(counts.CodeBytes);
        Periods = Take(counts.Periods * 4L);
        KeyCells = Take(counts.Keys * 4L);
        ProductRuns = Take((counts.Products + 1) * 4L);
        RunPeriods = Take(counts.Runs * 4L);
        RunStarts = Take((counts.Runs + 1) * 4L);
        RunSupplements = Take(counts.Runs * 4L);
        ProductSums = Take(counts.Products * 8L);
        MarkRows = Take(counts.Marks * 4L);
        MarkFlags = Take(counts.Marks);
        Totals = Take((long)counts.Periods * counts.Keys * 8);
        Length = at;
    }

    /// <summary>Bytes between the rows and the marks that say where everything is.</summary>
    internal int IndexLength => (int)(MarkRows - Codes);

    /// <summary>SHA-256 of header and index, so that a damaged file never sends a reader astray. The rows have checksums of their own, see <see cref="ProductSums"/>: they are too many to hash on every opening.</summary>
    internal static byte[] Seal(ReadOnlySpan<byte> header, ReadOnlySpan<byte> index)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(header[..SealOffset]);
        hash.AppendData(index);
        return hash.GetHashAndReset();
    }

    /// <summary>uint16: cell of each row.</summary>
    internal long Keys { get; }

    /// <summary>int64 thousandths.</summary>
    internal long Values { get; }

    /// <summary>int64 thousandths.</summary>
    internal long Kilograms { get; }

    /// <summary>int64 thousandths, only for runs that have any.</summary>
    internal long Supplements { get; }

    /// <summary>Products, reporters and partners, one code a line, ascending.</summary>
    internal long Codes { get; }

    /// <summary>int32: start month × 256 + length.</summary>
    internal long Periods { get; }

    /// <summary>uint32: reporter × 2^18 + partner × 4 + flow, ascending.</summary>
    internal long KeyCells { get; }

    /// <summary>int32: first run of each product, and the end.</summary>
    internal long ProductRuns { get; }

    /// <summary>int32: period of each run.</summary>
    internal long RunPeriods { get; }

    /// <summary>int32: first row of each run, and the end.</summary>
    internal long RunStarts { get; }

    /// <summary>int32: first supplementary quantity of each run, −1 when the run has none.</summary>
    internal long RunSupplements { get; }

    /// <summary>uint64: checksum of each product's rows, see <see cref="CubeSum"/>; looked at when the product is first read.</summary>
    internal long ProductSums { get; }

    /// <summary>int32: flagged rows, ascending.</summary>
    internal long MarkRows { get; }

    /// <summary>byte: their flags.</summary>
    internal long MarkFlags { get; }

    /// <summary>int64: for each period and key the sum over all products; the smallest integer when there is no row.</summary>
    internal long Totals { get; }

    /// <summary>Bytes of the file.</summary>
    internal long Length { get; }
}
