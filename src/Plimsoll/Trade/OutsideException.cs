namespace Plimsoll.Trade;

/// <summary>The outside world failed: a server, a disk, a lock. The only exception that callers are meant to catch.</summary>
public sealed class OutsideException : IOException
{
    /// <summary>A failure with its code, and whether trying again may help.</summary>
    public OutsideException(string code, string message, bool retriable, Exception? inner = null)
        : base(message, inner)
    {
        Code = code;
        Retriable = retriable;
    }

    /// <summary>Stable code with a page under docs/codes.</summary>
    public string Code { get; }

    /// <summary>True when the same call may succeed later.</summary>
    public bool Retriable { get; }
}
