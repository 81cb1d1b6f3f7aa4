namespace Plimsoll.Agreements.Terms;

/// <summary>A limit: one number, or a number that depends on another indicator in stairs, as the textile alert levels of 2005 depend on the import share.</summary>
/// <param name="By">Id of the indicator that chooses the stair; null when the limit is one number.</param>
/// <param name="Stairs">Stairs in ascending order, the last without upper end.</param>
public sealed record Limit(string? By, IReadOnlyList<Stair> Stairs)
{
    /// <summary>The same number whatever else happens.</summary>
    public static Limit Of(decimal value) => new(null, [new Stair(null, value)]);

    /// <summary>The limit for these readings; null when the indicator that chooses the stair has no value.</summary>
    public decimal? At(IReadOnlyDictionary<string, decimal?> values) => StairAt(values)?.Value;

    /// <summary>The stair that applies; null when the indicator that chooses it has no value.</summary>
    public Stair? StairAt(IReadOnlyDictionary<string, decimal?> values) => (By, By is null ? null : values.GetValueOrDefault(By)) switch
    {
        (null, _) => Stairs[0],
        (_, { } position) => Stairs.First(stair => stair.UpTo is not { } end || position <= end),
        _ => null,
    };
}
