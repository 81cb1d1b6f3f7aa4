namespace Plimsoll.Agreements;

/// <summary>How much the parties have agreed to. Only both signatures make an agreement <see cref="Agreed"/>.</summary>
public enum AgreementStatus
{
    /// <summary>Written by nobody's mandate, to show how a clause would work. Everything that ships.</summary>
    Illustrative,

    /// <summary>Put forward by one party.</summary>
    Proposed,

    /// <summary>Signed by both.</summary>
    Agreed,

    /// <summary>Agreed, and not applied for now.</summary>
    Suspended,
}
