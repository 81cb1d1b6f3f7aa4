namespace Plimsoll.Agreements.Backtesting;

/// <summary>Why a zone was another one than a month before.</summary>
public enum ChangeCause
{
    /// <summary>Nothing changed: where the clause stood on the first day.</summary>
    Opening,

    /// <summary>Figures of a newer period came out.</summary>
    NewPeriod,

    /// <summary>The same period, and other figures of it: time did not pass, the source changed its mind.</summary>
    Revision,

    /// <summary>The same period, which could not be assessed before, or no longer can.</summary>
    Coverage,
}
