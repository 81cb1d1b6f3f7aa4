namespace Plimsoll.Consultations.Record;

/// <summary>One thing that was said at or about a meeting.</summary>
/// <param name="Topic">What it is about; points of one topic are compared.</param>
/// <param name="Title">The topic for people.</param>
/// <param name="By">Code of the party; <see cref="Joint"/> for the statement of both, <see cref="Press"/> for an account that quotes neither.</param>
/// <param name="Claim">A word for what is said: equal words say the same.</param>
/// <param name="Text">In words.</param>
/// <param name="Sources">Where it was read.</param>
/// <param name="Entry">Log and place of the entry by which the party itself recorded it; null for the public record.</param>
public sealed record ReadoutPoint(string Topic, string Title, string By, string Claim, string Text, IReadOnlyList<RecordSource> Sources, string? Entry = null)
{
    /// <summary>Said by both, in one text.</summary>
    public const string Joint = "joint";

    /// <summary>Reported, and quoted with neither.</summary>
    public const string Press = "press";
}
