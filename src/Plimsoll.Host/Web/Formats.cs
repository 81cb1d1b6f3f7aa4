namespace Plimsoll.Host.Web;

/// <summary>The forms in which an address answers.</summary>
internal static class Formats
{
    internal const string Json = "application/json; charset=utf-8";
    internal const string Csv = "text/csv; charset=utf-8; header=present";
    internal const string Svg = "image/svg+xml; charset=utf-8";

    /// <summary>Media type of a suffix.</summary>
    internal static string TypeOf(string suffix) => suffix switch
    {
        "csv" => "text/csv",
        "svg" => "image/svg+xml",
        _ => "application/json",
    };
}
