namespace Plimsoll.Agreements;

/// <summary>What would make a colour begin or end in the period, all else as it is.</summary>
/// <param name="Level"><c>amber</c> or <c>red</c>.</param>
/// <param name="Held">True when the finding has the colour now, also while it is recovering from it.</param>
/// <param name="Ends">
/// True when the colour's limits are crossed and the changes would end that; false when they would begin it. Of a colour that is held
/// without being crossed (recovering) they would make it last; one that is crossed without being held (pending) they would avert.
/// </param>
/// <param name="Needed">How many of the changes have to come together; 1 when each is enough by itself.</param>
/// <param name="Changes">The changes, the smallest in proportion first. Any <paramref name="Needed"/> of them are enough; fewer, of any measures, never are.</param>
/// <param name="OtherWays">True when others, just as many, would do it too, and these are the least in proportion.</param>
public sealed record ColourChange(string Level, bool Held, bool Ends, int Needed, IReadOnlyList<Distance> Changes, bool OtherWays = false);
