using Plimsoll.Trade;

namespace Plimsoll.Sources.ChinaCustoms;

/// <summary>One release that the index page of China Customs links to.</summary>
/// <param name="Table">Number of the table, 1 to 8.</param>
/// <param name="Currency"><c>CNY</c>, <c>USD</c>, or empty when the line names none.</param>
/// <param name="Month">Month of the release; February's release covers January and February.</param>
/// <param name="Address">Address of the page.</param>
public sealed record GaccRelease(int Table, string Currency, Month Month, Uri Address);
