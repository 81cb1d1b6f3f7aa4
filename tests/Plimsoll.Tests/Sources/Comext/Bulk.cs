using System.Text;
using Plimsoll.Sources;
using Plimsoll.Sources.Comext;
using Plimsoll.Trade;
using SharpCompress.Common;
using SharpCompress.Writers.SevenZip;

namespace Plimsoll.Tests.Sources.Comext;

/// <summary>Bulk text made by tests, and what the format says to it.</summary>
internal static class Bulk
{
    internal const string Header = "REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,PRODUCT_SITC,PRODUCT_CPA21,PRODUCT_CPA22,PRODUCT_BEC,PRODUCT_BEC5,PRODUCT_SECTION,FLOW,STAT_PROCEDURE,SUPPL_UNIT,PERIOD,VALUE_EUR,VALUE_NAC,QUANTITY_KG,QUANTITY_SUPPL_UNIT\n";

    /// <summary>A good record: Germany's imports from China of permanent magnets, 100 euro, 7 kg.</summary>
    internal const string Good = "DE,CN,E,85051110,77411,2599,2599,530,521010,16,1,1,NO_SU,202401,100,100,7,0";

    internal static string Row(string reporter, string partner, string product, int flow, string period, decimal value, decimal kilograms, int procedure = 1) =>
        FormattableString.Invariant($"{reporter},{partner},E,{product},77411,2599,2599,530,521010,16,{flow},{procedure},NO_SU,{period},{value},{value},{kilograms},0\n");

    /// <summary>The good record with one field changed; columns count from 1.</summary>
    internal static string With(int column, string text)
    {
        var fields = Good.Split(',');
        fields[column - 1] = text;
        return string.Join(',', fields);
    }

    /// <summary>The text as the source packs it.</summary>
    internal static byte[] Archive(string name, string text)
    {
        using var bytes = new MemoryStream();
        using (var writer = new SevenZipWriter(bytes, new SevenZipWriterOptions(CompressionType.LZMA2)))
        {
            using var content = new MemoryStream(Encoding.Latin1.GetBytes(text));
            writer.Write(name, content, new DateTime(2024, 3, 15, 0, 0, 0, DateTimeKind.Utc));
        }

        return bytes.ToArray();
    }

    internal static (Fault? Fault, RecordingSink Sink) Read(string text, string name = "full_v2_202401.dat") => Read(Encoding.Latin1.GetBytes(text), name);

    internal static (Fault? Fault, RecordingSink Sink) Read(byte[] bytes, string name = "full_v2_202401.dat")
    {
        var sink = new RecordingSink();
        var head = new SourceHead(name, bytes.AsMemory(0, int.Min(bytes.Length, SourceHead.Length)));
        using var content = new MemoryStream(bytes);
        return (new ComextBulkFormat().Read(content, head, sink, CancellationToken.None), sink);
    }
}
