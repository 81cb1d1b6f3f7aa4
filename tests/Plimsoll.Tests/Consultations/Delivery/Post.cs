using Plimsoll.Consultations.Delivery;
using Plimsoll.Consultations.Notices;
using Plimsoll.Tests.Consultations.Notices;
using Shouldly;

namespace Plimsoll.Tests.Consultations.Delivery;

/// <summary>A store with an outbox, in a folder of its own, on a clock that is set by hand.</summary>
internal sealed class Post : IDisposable
{
    internal const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plimsoll-post-");

    internal HandClock Clock { get; } = new(Told.Noon);

    internal DirectoryInfo Store => folder;

    /// <summary>A list whose one receiver is called at this address on this machine.</summary>
    internal WatchList List(Uri address) => Told.Everything() with { Webhooks = [new WebhookChannel("hook", address, $"file:{SecretFile()}", Loopback: true)] };

    internal Outbox Open() => new(folder, Clock);

    internal static Lease Take(Outbox outbox, string owner = "me") => outbox.Take("all", owner, TimeSpan.FromMinutes(10)).ShouldNotBeNull();

    internal WebhookReceiver Webhook(WatchList list) => WebhookReceiver.Open(list, list.Webhooks[0], Clock).Value;

    public void Dispose() => folder.Delete(recursive: true);

    private string SecretFile()
    {
        var file = Path.Combine(folder.FullName, "secret");
        File.WriteAllText(file, Secret + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return file;
    }
}
