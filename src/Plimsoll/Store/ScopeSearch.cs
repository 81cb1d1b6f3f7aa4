namespace Plimsoll.Store;

/// <summary>Search in the ascending code lists of a scope.</summary>
internal static class ScopeSearch
{
    internal static bool Holds(this IReadOnlyList<string> codes, string code)
    {
        int low = 0, high = codes.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(codes[middle], code);
            if (order == 0)
            {
                return true;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return false;
    }
}
