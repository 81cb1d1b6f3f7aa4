namespace Plimsoll.Agreements.Terms;

/// <summary>A colour is entered, and left, when <paramref name="K"/> of the last <paramref name="N"/> periods say so. 1 of 1 is at once.</summary>
/// <param name="K">1 to <paramref name="N"/>.</param>
/// <param name="N">Periods that are looked at, the present one included.</param>
public sealed record Persistence(int K, int N);
