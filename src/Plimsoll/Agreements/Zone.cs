namespace Plimsoll.Agreements;

/// <summary>Where a clause stands. No data is never green.</summary>
public enum Zone
{
    /// <summary>No value could be computed; the reason is given.</summary>
    NotAssessable,

    /// <summary>Inside the limits.</summary>
    Green,

    /// <summary>Crossed, not yet for long enough.</summary>
    Pending,

    /// <summary>Back inside, not yet for long enough.</summary>
    Recovering,

    /// <summary>The amber limit is crossed.</summary>
    Amber,

    /// <summary>The red limit is crossed.</summary>
    Red,
}
