namespace Plimsoll.Consultations.Delivery;

/// <summary>Sends what is due. Each receiver gets its notices in order: while one fails, those behind it wait.</summary>
/// <param name="outbox">What waits.</param>
/// <param name="lease">Renewed before each sending; when it is lost the round ends.</param>
/// <param name="backoff">When to try again.</param>
/// <param name="time">Clock.</param>
public sealed class DeliveryRound(Outbox outbox, Lease lease, Backoff backoff, TimeProvider time)
{
    /// <summary>
    /// One round over all receivers, at once. A batch is marked after the receiver took it; a process that dies in between sends it again,
    /// under the same id.
    /// </summary>
    public async Task<DeliveryReport> RunAsync(IReadOnlyList<IReceiver> receivers, CancellationToken cancel)
    {
        var reports = await Task.WhenAll(receivers.Select(receiver => ServeAsync(receiver, cancel)));
        return new DeliveryReport(
            reports.Sum(report => report.Delivered),
            [.. reports.SelectMany(report => report.Failures)],
            reports.Select(report => report.NextDue).Where(due => due is not null).Min());
    }

    private async Task<DeliveryReport> ServeAsync(IReceiver receiver, CancellationToken cancel)
    {
        var delivered = 0;
        var failures = new List<string>();
        while (outbox.Next(receiver.Name, receiver.Most) is { } batch)
        {
            if (batch.Due > time.GetUtcNow() || !lease.Renew())
            {
                return new DeliveryReport(delivered, failures, batch.Due);
            }

            var attempt = await receiver.SendAsync(batch, cancel);
            var due = attempt.Delivered ? null : backoff.Next(batch, attempt, time.GetUtcNow());
            var holds = outbox.Record(lease, batch, attempt, due);
            delivered += attempt.Delivered ? batch.Notices.Count : 0;
            if (!attempt.Delivered)
            {
                failures.Add($"{receiver.Name}: {attempt.Said}{(due is null ? " Given up: 'plimsoll notices deadletters' lists it." : "")}");
            }

            if (!holds)
            {
                return new DeliveryReport(delivered, failures, due ?? batch.Due);
            }
        }

        return new DeliveryReport(delivered, failures, NextDue: null);
    }
}
