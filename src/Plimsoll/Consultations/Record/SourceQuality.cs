namespace Plimsoll.Consultations.Record;

/// <summary>How near a source is to what was said.</summary>
public enum SourceQuality
{
    /// <summary>An outlet's own report, or the party's own words.</summary>
    Stated,

    /// <summary>A copy of another outlet's report.</summary>
    Copy,

    /// <summary>A site that gathers or repeats reports.</summary>
    SecondHand,
}
