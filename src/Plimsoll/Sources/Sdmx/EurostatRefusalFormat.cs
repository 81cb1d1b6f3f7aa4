using System.Text.RegularExpressions;
using Plimsoll.Trade;

namespace Plimsoll.Sources.Sdmx;

/// <summary>
/// Answers of the Eurostat API that hold no data: errors, pages of a web site, structures and lists. They are recognised so that
/// each is refused as what it is, with the message carried over and the remedy. Asked after the formats that read data.
/// </summary>
public sealed partial class EurostatRefusalFormat : ISourceFormat
{
    /// <summary>Characters looked at: enough for any message, too few for a hostile one to cost time.</summary>
    private const int Look = 8192;

    private const string DataflowList = "dataflow,dsd_version,name_en,last_update";

    /// <inheritdoc/>
    public string Id => "eurostat-refusal/1";

    /// <inheritdoc/>
    public bool Recognises(SourceHead head) => FaultOf(head) is not null;

    /// <summary>Always a fault: <c>SRC-0100</c> to <c>SRC-0105</c>.</summary>
    public Fault? Read(Stream content, SourceHead head, IReleaseSink sink, CancellationToken cancel) => FaultOf(head);

    private static Fault? FaultOf(SourceHead head)
    {
        var text = head.Text is { Length: > Look } whole ? whole[..Look] : head.Text;
        return text.TrimStart() switch
        {
            ['{', ..] => OfJson(text),
            ['<', ..] => OfMarkup(text, head.FileName),
            _ when string.Equals(head.FirstLine, DataflowList, StringComparison.Ordinal) =>
                new Fault("SRC-0100", "A list of dataflows, not data. Ask for one of them, such as DS-045409.", head.FirstLine),
            _ => null,
        };
    }

    private static Fault? OfJson(string text)
    {
        if (JsonError().IsMatch(text))
        {
            return OfMessage(JsonLabel().Match(text).Groups["label"].Value);
        }

        return SdmxJson().IsMatch(text) ? NotRead("SDMX-JSON") : null;
    }

    private static Fault? OfMarkup(string text, string fileName)
    {
        if (SoapFault().IsMatch(text))
        {
            return OfMessage(System.Net.WebUtility.HtmlDecode(SoapMessage().Match(text).Groups["message"].Value));
        }

        if (Html().IsMatch(text))
        {
            // The pages of China Customs are data; a page is a refusal when data was asked for or the Commission sent it.
            var asked = !fileName.EndsWith(".html", StringComparison.OrdinalIgnoreCase) && !fileName.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);
            return asked || text.Contains("europa.eu", StringComparison.Ordinal)
                ? new Fault("SRC-0104", "A web page came instead of data: the service is down or the address is wrong. Open the address in a browser, then download again.", Title().Match(text).Groups["title"].Value.Trim())
                : null;
        }

        return SdmxRoot().Match(text).Groups["name"].Value switch
        {
            "Structure" => new Fault("SRC-0100", "A structure message (dimensions and code lists), not data. Ask the data endpoint for the same dataflow.", StructureName().Match(text).Groups["id"].Value),
            "GenericData" or "StructureSpecificData" or "CompactData" => NotRead("SDMX-ML"),
            _ => null,
        };
    }

    private static Fault OfMessage(string message)
    {
        if (TooBig().Match(message) is { Success: true } size)
        {
            var estimated = decimal.Parse(size.Groups["rows"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
            var limit = decimal.Parse(size.Groups["limit"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
            var parts = Math.Ceiling(estimated / decimal.Max(limit, 1));
            return new Fault("SRC-0101", $"The extraction is too big: {estimated} rows estimated, {limit} allowed. Split the request into at least {parts} parts, by year or by reporter.", message);
        }

        return message switch
        {
            _ when message.Contains("TOO_BIG", StringComparison.Ordinal) => new Fault("SRC-0101", "The extraction is too big. Split the request by year or by reporter.", message),
            _ when message.Contains("NOT_FOUND", StringComparison.Ordinal) => new Fault("SRC-0102", "The dataset is not available: it does not exist, was withdrawn, or belongs to the other endpoint (api/comext/dissemination for DS-*, api/dissemination for the rest).", message),
            _ => new Fault("SRC-0103", "The API answered with an error. Its own message follows; correct the request and ask again.", message),
        };
    }

    private static Fault NotRead(string form) => new("SRC-0105", $"{form} is not read. Ask for the same data with format=SDMX-CSV.", form);

    [GeneratedRegex(@"^\s*\{\s*""error""\s*:", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex JsonError();

    [GeneratedRegex(@"""label""\s*:\s*""(?<label>[^""]*)""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex JsonLabel();

    [GeneratedRegex(@"""(?:dataSets|structures)""\s*:|sdmx-json|^\s*\{\s*""(?:meta|errors)""\s*:", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SdmxJson();

    [GeneratedRegex(@"<(?:\w+:)?Fault[\s>]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SoapFault();

    [GeneratedRegex(@"<(?:\w+:)?(?:faultstring|Text)[^>]*>(?<message>[^<]*)<", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SoapMessage();

    [GeneratedRegex(@"^\s*<(?:!DOCTYPE\s+html|html|head|body)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Html();

    [GeneratedRegex(@"<title[^>]*>(?<title>[^<]*)<", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Title();

    [GeneratedRegex(@"^\s*(?:<\?xml[^>]*\?>\s*)?<(?:\w+:)?(?<name>\w+)[^>]*sdmx", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SdmxRoot();

    [GeneratedRegex(@"<(?:\w+:)?DataStructure\s[^>]*\bid=""(?<id>[^""]*)""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StructureName();

    [GeneratedRegex(@"estimated (?<rows>\d{1,18}) rows, max authorised is (?<limit>\d{1,18})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TooBig();
}
