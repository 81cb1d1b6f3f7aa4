using System.CommandLine;
using System.Globalization;
using Plimsoll.Consultations.Delivery;
using Plimsoll.Host.Cli;

namespace Plimsoll.Host.Notices;

/// <summary><c>plimsoll notices deadletters</c></summary>
internal sealed class DeadLettersCommand : StoreCommand
{
    private readonly Option<bool> waiting = new("--waiting") { Description = "What still waits as well, and until when." };

    internal DeadLettersCommand(Terminal terminal, TimeProvider time)
        : base("deadletters", "Print what could not be delivered and was given up. 'plimsoll notices replay' sends it once more.", terminal, time) =>
        Options.Add(waiting);

    protected override Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        IReadOnlyList<(string State, Parcel Parcel)> parcels = [];
        if (Outbox.IsIn(Folder(arguments)))
        {
            using var outbox = new Outbox(Folder(arguments), Time);
            string[] states = arguments.GetValue(waiting) ? ["dead", "waiting"] : ["dead"];
            parcels = [.. states.SelectMany(state => outbox.Deliveries(state).Select(parcel => (state, parcel)))];
        }

        if (WantsJson(arguments))
        {
            WriteJson(parcels.Select(one => new { one.State, one.Parcel.Receiver, Notice = one.Parcel.Notice.Id, one.Parcel.Notice.Title, one.Parcel.Attempts, one.Parcel.Due, one.Parcel.Said }));
            return Task.FromResult(CommandLine.Done);
        }

        foreach (var (state, parcel) in parcels)
        {
            Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{state} {parcel.Receiver} {parcel.Notice.Id:D} {parcel.Notice.Title}"));
            Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {parcel.Attempts} attempts. {parcel.Said}"));
        }

        if (parcels.Count == 0)
        {
            Terminal.Error.WriteLine("Nothing was given up.");
        }

        return Task.FromResult(CommandLine.Done);
    }
}
