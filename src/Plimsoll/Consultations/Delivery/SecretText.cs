using Plimsoll.Trade;

namespace Plimsoll.Consultations.Delivery;

/// <summary>Secrets, which stand in a variable of the environment or in a file that its owner alone can read; never in a list.</summary>
public static class SecretText
{
    private const UnixFileMode Others = (UnixFileMode)0b000_111_111;

    /// <summary>
    /// Reads <c>env:NAME</c> or <c>file:PATH</c>. Faults, none of which repeats a secret: <c>NTC-0010</c> it is not there, <c>NTC-0011</c>
    /// others can read the file.
    /// </summary>
    public static Parsed<string> Read(string place)
    {
        if (place.StartsWith("env:", StringComparison.Ordinal))
        {
            return Environment.GetEnvironmentVariable(place["env:".Length..]) is { Length: > 0 } text ? text : Missing(place, "The variable is not set.");
        }

        try
        {
            using var stream = new FileStream(place["file:".Length..], FileMode.Open, FileAccess.Read);

            // Asked of the open file, so that nobody can exchange it in between.
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(stream.SafeFileHandle) & Others) != UnixFileMode.None)
            {
                return new Fault("NTC-0011", "Others than its owner can read the file of a secret. 'chmod 600' it, and change the secret if anybody may have read it.", place);
            }

            using var reader = new StreamReader(stream);
            return reader.ReadToEnd().Trim() is { Length: > 0 } secret ? secret : Missing(place, "The file is empty.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Missing(place, failure.Message);
        }
    }

    private static Fault Missing(string place, string why) => new("NTC-0010", $"The secret of a channel is not there, so nothing is sent to it; what it should get waits. {why}", place);
}
