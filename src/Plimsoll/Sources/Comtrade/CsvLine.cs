using System.Text;

namespace Plimsoll.Sources.Comtrade;

/// <summary>Splits one line of comma-separated text. Quotation marks may enclose a field and are doubled inside it; a field never spans lines.</summary>
internal static class CsvLine
{
    /// <summary>The fields, without quotation marks and surrounding blanks.</summary>
    internal static List<string> Split(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                field.Append(c);
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString().Trim());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        fields.Add(field.ToString().Trim());
        return fields;
    }
}
