using System.Text;
using Plimsoll.Trade;

namespace Plimsoll.Sources.Comext;

/// <summary>Reads one line the plain way and says exactly what is wrong with it. The kernel hands over every line that it does not like.</summary>
internal sealed class ComextRow(ComextColumns columns)
{
    /// <summary>The observation in a line, or what is wrong and in which column (from 1; 0 for the whole line).</summary>
    internal (Parsed<Observation> Row, int Column) Read(ReadOnlySpan<byte> line)
    {
        if (line.Length > ComextBulkFormat.LineLimit)
        {
            return (new Fault("SRC-0020", $"The line has {line.Length} bytes; a record has at most {ComextBulkFormat.LineLimit}.", Start(line)), 0);
        }

        var bad = line.IndexOfAnyExceptInRange((byte)0x20, (byte)0x7E);
        if (bad >= 0)
        {
            return (new Fault("SRC-0021", $"Byte 0x{line[bad]:X2} at position {bad + 1} is not printable ASCII; the files hold codes and numbers only.", Start(line)), line[..bad].Count((byte)',') + 1);
        }

        var fields = Encoding.ASCII.GetString(line).Split(',');
        return fields.Length == columns.Count
            ? Read(fields)
            : (new Fault("SRC-0011", $"The line has {fields.Length} fields; the header has {columns.Count}.", Start(line)), 0);
    }

    private (Parsed<Observation> Row, int Column) Read(string[] fields)
    {
        string At(int column) => fields[column].Trim().Trim('"');

        var period = Period.Parse(At(columns.PeriodColumn));
        if (!period.Ok)
        {
            return (period.Fault!, columns.PeriodColumn + 1);
        }

        // A bulk file replaces its whole period. A stray row of another one would replace that with itself alone.
        if (columns.Named is { } named && period.Value != named)
        {
            return (new Fault("SRC-0023", $"The file is about {named} by its name, and the row about another period.", At(columns.PeriodColumn)), columns.PeriodColumn + 1);
        }

        var reporter = CodeCheck.Country(At(columns.Reporter));
        var partner = CodeCheck.Country(At(columns.Partner));
        var product = CodeCheck.Product(At(columns.Product), period.Value.Start.Year);
        var flow = ReadFlow(At(columns.Flow));
        var value = ComextNumber.Read(At(columns.Value));
        var kilograms = ComextNumber.Read(At(columns.Kilograms));
        var supplementary = ComextNumber.Read(At(columns.Supplementary));
        (Fault? Fault, int Column)[] checks =
        [
            (reporter.Fault, columns.Reporter), (partner.Fault, columns.Partner), (product.Fault, columns.Product),
            (flow.Fault, columns.Flow), (value.Fault, columns.Value), (kilograms.Fault, columns.Kilograms),
            (supplementary.Fault, columns.Supplementary), (CheckLabel(At(columns.TradeType)), columns.TradeType),
            (CheckLabel(At(columns.Procedure)), columns.Procedure), (CheckLabel(At(columns.SupplementaryUnit)), columns.SupplementaryUnit),
        ];
        if (checks.FirstOrDefault(c => c.Fault is not null) is { Fault: { } fault } first)
        {
            return (fault, first.Column + 1);
        }

        var unit = At(columns.SupplementaryUnit) is "NO_SU" ? "" : At(columns.SupplementaryUnit);
        return (new Observation(reporter.Value, partner.Value, product.Value, flow.Value, period.Value)
        {
            Value = value.Value,
            QuantityKg = kilograms.Value,
            SupplementaryQuantity = unit.Length == 0 ? Fixed3.Null : supplementary.Value,
            SupplementaryUnit = unit,
            TradeType = At(columns.TradeType),
            Procedure = At(columns.Procedure),
        }, 0);
    }

    private static Parsed<Flow> ReadFlow(string text) => text switch
    {
        "1" => Flow.Import,
        "2" => Flow.Export,
        _ => new Fault("SRC-0018", "Not a flow. 1 is import, 2 is export.", text),
    };

    private static Fault? CheckLabel(string text) =>
        text.Length <= 16 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? null
            : new Fault("SRC-0019", "Not a trade type, procedure or supplementary unit of Comext.", text);

    private static string Start(ReadOnlySpan<byte> line) => Encoding.Latin1.GetString(line[..Math.Min(line.Length, 200)]);
}
