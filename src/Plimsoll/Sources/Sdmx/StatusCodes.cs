using Plimsoll.Trade;

namespace Plimsoll.Sources.Sdmx;

/// <summary>
/// Reads observation flags: Eurostat's letters (lower case; <c>C</c> as Comext writes it) and SDMX's observation status
/// (upper case), which differ in case where they differ in meaning.
/// </summary>
internal static class StatusCodes
{
    /// <summary>The flags that change how a figure is used; fault <c>SRC-0129</c> for a letter of neither list.</summary>
    internal static Parsed<ObservationFlags> Flags(ReadOnlySpan<char> text)
    {
        var flags = ObservationFlags.None;
        foreach (var letter in text)
        {
            if (Flag(letter) is not { } flag)
            {
                return new Fault("SRC-0129", "Not an observation flag of Eurostat or SDMX.", text.ToString());
            }

            flags |= flag;
        }

        return flags;
    }

    /// <summary>SDMX's confidentiality status: free (<c>F</c>) or not given is open, anything else is not for publication.</summary>
    internal static ObservationFlags Confidentiality(ReadOnlySpan<char> text) =>
        text is "" or "F" ? ObservationFlags.None : ObservationFlags.Confidential;

    private static ObservationFlags? Flag(char letter) => letter switch
    {
        'c' or 'C' or 'Q' => ObservationFlags.Confidential,
        'p' or 'P' => ObservationFlags.Provisional,
        'e' or 'E' or 'f' or 'F' or 's' or 'I' => ObservationFlags.Estimated,
        'b' or 'B' => ObservationFlags.Break,
        'm' or 'M' or 'L' or 'H' or 'O' => ObservationFlags.Missing,
        'A' or 'd' or 'D' or 'G' or 'i' or 'J' or 'K' or 'n' or 'N' or 'r' or 'R' or 'S' or 'u' or 'U' or 'V' or 'W' or 'z' or ' ' or ',' => ObservationFlags.None,
        _ => null,
    };
}
