using Plimsoll.Trade;

namespace Plimsoll.Store;

/// <summary>How a group is read from a source: as the sum of its members where the source has them all, else as the source published it.</summary>
public static class GroupMembers
{
    // The groups that are summed have had the same members since before the first vintage; complements are published, never summed here.
    private static readonly Month Reference = Month.Of(2025, 1);

    /// <summary>The countries to add up. A group that is neither complete nor published gives its members, and the sum is then incomplete.</summary>
    /// <param name="code">Country or group.</param>
    /// <param name="has">Whether the source has figures of a country or group.</param>
    public static IReadOnlyList<Country> Of(Country code, Func<Country, bool> has)
    {
        if (CountryGroup.Find(code) is not { } group)
        {
            return [code];
        }

        var members = group.MembersAt(Reference);
        return has(code) && (group.IsComplement || !members.All(has)) ? [code] : members;
    }
}
