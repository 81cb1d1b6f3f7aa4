using Plimsoll.Consultations.Delivery;
using Plimsoll.Consultations.Notices;
using Plimsoll.Trade;

namespace Plimsoll.Host.Notices;

/// <summary>The receivers of a watch-list, with their secrets read. Those without a secret are left out, and what they should get waits.</summary>
internal sealed class Channels : IDisposable
{
    internal Channels(WatchList list, TimeProvider time)
    {
        var (receivers, faults) = (new List<IReceiver>(), new List<Fault>());
        foreach (var mail in list.Mails.Select(channel => MailReceiver.Open(list, channel, time)))
        {
            Add(mail.Ok ? mail.Value : null, mail.Fault);
        }

        foreach (var webhook in list.Webhooks.Select(channel => WebhookReceiver.Open(list, channel, time)))
        {
            Add(webhook.Ok ? webhook.Value : null, webhook.Fault);
        }

        (Receivers, Faults) = (receivers, faults);

        void Add(IReceiver? receiver, Fault? fault)
        {
            receivers.AddRange(receiver is null ? [] : [receiver]);
            faults.AddRange(fault is null ? [] : [fault]);
        }
    }

    internal IReadOnlyList<IReceiver> Receivers { get; }

    internal IReadOnlyList<Fault> Faults { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var receiver in Receivers.OfType<IDisposable>())
        {
            receiver.Dispose();
        }
    }
}
