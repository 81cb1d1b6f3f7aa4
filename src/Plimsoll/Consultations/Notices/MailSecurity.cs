namespace Plimsoll.Consultations.Notices;

/// <summary>How the connection to a mail server is kept secret.</summary>
public enum MailSecurity
{
    /// <summary>TLS from the first byte (RFC 8314).</summary>
    Tls,

    /// <summary>STARTTLS, and nothing is sent without it (RFC 3207).</summary>
    Starttls,

    /// <summary>Not at all: only to a server on this machine.</summary>
    None,
}
