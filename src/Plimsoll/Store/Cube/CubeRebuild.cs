using DuckDB.NET.Data;
using Plimsoll.Sources;
using Plimsoll.Store.Parquet;
using Plimsoll.Store.Staging;
using Plimsoll.Trade;

namespace Plimsoll.Store.Cube;

/// <summary>Opens a cube file, or makes it again from its Parquet parts when it is missing, damaged or of another version.</summary>
internal static class CubeRebuild
{
    internal static CubeSegment Open(FileInfo cube, IReadOnlyList<FileInfo> parts)
    {
        try
        {
            return new CubeSegment(cube);
        }
        catch (Exception unusable) when (unusable is InvalidDataException or FileNotFoundException or DirectoryNotFoundException)
        {
            // Replaced and never deleted: another process may be about to open it.
            return Again(cube, parts);
        }
    }

    /// <summary>Makes the file again. Whoever has the old one mapped keeps it.</summary>
    internal static CubeSegment Again(FileInfo cube, IReadOnlyList<FileInfo> parts)
    {
        var rows = new MergedRows([.. parts.Select(p => new SortedRows(Read(p)))]);
        var fresh = new FileInfo($"{cube.FullName}.{Guid.NewGuid():N}");
        fresh.Directory!.Create();
        CubeWriter.Write(rows, fresh);
        fresh.MoveTo(cube.FullName, overwrite: true);
        return new CubeSegment(new FileInfo(cube.FullName));
    }

    private static RowBuffer Read(FileInfo part)
    {
        using var connection = EngineConnection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            $"""
            SELECT reporter, partner, product, flow, period, months, value, quantity_kg, quantity_suppl, suppl_unit, trade_type, procedure, flags
            FROM read_parquet({part.Quoted()})
            """;
        command.UseStreamingMode = true;
        using var reader = command.ExecuteReader();
        var buffer = new RowBuffer();
        var batch = new ObservationBatch();
        while (reader.Read())
        {
            if (batch.IsFull)
            {
                buffer.Append(batch);
                batch.Clear();
            }

            batch.Add(Row(reader));
        }

        buffer.Append(batch);
        return buffer;
    }

    private static Observation Row(DuckDBDataReader reader)
    {
        long Amount(int column) => reader.IsDBNull(column) ? Fixed3.Null : Fixed3.FromDecimal(reader.GetDecimal(column))!.Value;
        return new Observation(
            Country.Parse(reader.GetString(0)).Value,
            Country.Parse(reader.GetString(1)).Value,
            ProductCode.Parse(reader.GetString(2)).Value,
            (Flow)reader.GetByte(3),
            new Period(Month.Of(reader.GetFieldValue<DateOnly>(4)), reader.GetByte(5)))
        {
            Value = Amount(6),
            QuantityKg = Amount(7),
            SupplementaryQuantity = Amount(8),
            SupplementaryUnit = reader.GetString(9),
            TradeType = reader.GetString(10),
            Procedure = reader.GetString(11),
            Flags = (ObservationFlags)reader.GetByte(12),
        };
    }
}
