using System.Globalization;
using Plimsoll.Ledger;

namespace Plimsoll.Host.Joint;

/// <summary>Entries for people.</summary>
internal static class EntryText
{
    internal static string Line(Entry entry) =>
        string.Create(CultureInfo.InvariantCulture, $"{entry.Index}  {entry.At:yyyy-MM-dd HH:mm:ss}Z  {entry.Author}  {entry.Kind.Text()}  {Plain(entry.Body.GetRawText())}");

    /// <summary>Without the control characters with which somebody else's text could steer a terminal.</summary>
    internal static string Plain(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '\ufffd' : c));
}
