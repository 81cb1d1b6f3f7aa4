namespace Plimsoll.Consultations.Delivery;

/// <summary>How it went to send a batch once.</summary>
/// <param name="Delivered">True when the receiver took it.</param>
/// <param name="Said">Why not, with a code; empty when it was delivered.</param>
/// <param name="RetryAfter">How long the receiver asks to be left alone; null when it does not.</param>
/// <param name="Final">True when the receiver says that it never wants it.</param>
public sealed record Attempt(bool Delivered, string Said, TimeSpan? RetryAfter = null, bool Final = false)
{
    /// <summary>It was taken.</summary>
    public static Attempt Success { get; } = new(Delivered: true, "");
}
