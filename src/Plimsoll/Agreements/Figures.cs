namespace Plimsoll.Agreements;

/// <summary>Whose statistics a reading is made from.</summary>
public enum Figures
{
    /// <summary>Those of the subject's reporter.</summary>
    Reporter,

    /// <summary>Those of the subject's partner, about the same trade.</summary>
    Counterpart,
}
