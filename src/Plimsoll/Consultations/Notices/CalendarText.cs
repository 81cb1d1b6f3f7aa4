using System.Globalization;
using System.Text;

namespace Plimsoll.Consultations.Notices;

/// <summary>Lines of an iCalendar object (RFC 5545): escaped, folded, and ended as the standard says.</summary>
internal sealed class CalendarText
{
    // Section 3.1: 75 octets without the line break. A continuation begins with a blank that counts.
    private const int LineOctets = 75;
    private readonly StringBuilder text = new();

    /// <summary>A property whose value is no free text: a date, a word, an address.</summary>
    internal CalendarText Add(string property, string value)
    {
        var octets = 0;
        foreach (var rune in $"{property}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
        return this;
    }

    /// <summary>A property whose value is text (section 3.3.11).</summary>
    internal CalendarText AddText(string property, string value) => Add(property, value
        .Replace("\\", @"\\", StringComparison.Ordinal).Replace(";", @"\;", StringComparison.Ordinal).Replace(",", @"\,", StringComparison.Ordinal)
        .ReplaceLineEndings("\n").Replace("\n", @"\n", StringComparison.Ordinal));

    /// <summary>A day, without a time.</summary>
    internal static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>A moment in UTC.</summary>
    internal static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => text.ToString();
}
