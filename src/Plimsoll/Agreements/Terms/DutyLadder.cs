namespace Plimsoll.Agreements.Terms;

/// <summary>
/// An additional duty that rises with the shortfall of the price below its trigger, rung by rung, as in Article 5.5 of the WTO
/// Agreement on Agriculture. Each rung's rate applies to the part of the shortfall that lies on it.
/// </summary>
/// <param name="Rungs">Rungs in ascending order.</param>
public sealed record DutyLadder(IReadOnlyList<Rung> Rungs)
{
    /// <summary>The duty as a part of the trigger price.</summary>
    /// <param name="shortfall">(Trigger price − price) ÷ trigger price; zero or negative when the price is not below the trigger.</param>
    public decimal Duty(decimal shortfall) => Rungs
        .Zip(Rungs.Skip(1).Select(rung => rung.Above).Append(decimal.MaxValue))
        .Sum(rung => rung.First.Rate * Math.Max(0m, Math.Min(shortfall, rung.Second) - rung.First.Above));
}
