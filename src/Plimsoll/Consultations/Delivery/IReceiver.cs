namespace Plimsoll.Consultations.Delivery;

/// <summary>Somebody whom notices are sent to, over a wire that may fail.</summary>
public interface IReceiver
{
    /// <summary>Name under which its deliveries wait.</summary>
    string Name { get; }

    /// <summary>Notices in a batch, at most.</summary>
    int Most { get; }

    /// <summary>Sends a batch once. A failure of the outside world is an answer, not an exception.</summary>
    Task<Attempt> SendAsync(Batch batch, CancellationToken cancel);
}
