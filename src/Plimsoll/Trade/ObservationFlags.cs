namespace Plimsoll.Trade;

/// <summary>What a source says about an observation besides its value. Letters are Eurostat's.</summary>
[Flags]
#pragma warning disable CA1711 // "Flags" is the field's own word (SDMX OBS_FLAG).
public enum ObservationFlags
#pragma warning restore CA1711
{
    /// <summary>An ordinary value.</summary>
    None = 0,

    /// <summary><c>c</c>: confidential; the value is suppressed, which is neither zero nor missing.</summary>
    Confidential = 1,

    /// <summary><c>p</c>: provisional.</summary>
    Provisional = 2,

    /// <summary><c>e</c>: estimated.</summary>
    Estimated = 4,

    /// <summary><c>b</c>: break in the series.</summary>
    Break = 8,

    /// <summary><c>:</c>: the source lists the cell and says that it has no value.</summary>
    Missing = 16,
}
