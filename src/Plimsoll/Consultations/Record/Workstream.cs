namespace Plimsoll.Consultations.Record;

/// <summary>The four work areas of the consultations.</summary>
public enum Workstream
{
    /// <summary>Trade and investment balancing.</summary>
    Rebalancing,

    /// <summary>Export controls and licences.</summary>
    ExportControls,

    /// <summary>Intellectual property.</summary>
    IntellectualProperty,

    /// <summary>Reform of the World Trade Organization.</summary>
    WtoReform,
}
