using System.Globalization;
using System.Text;
using Plimsoll.Trade;

namespace Plimsoll.Bench.Synthesis;

/// <summary>The parts that the rows of one month are put together from, as bytes.</summary>
internal sealed class MonthText
{
    private static readonly string[] Procedures = ["1", "2", "3", "9"];

    public MonthText(Month month)
    {
        var period = string.Create(CultureInfo.InvariantCulture, $"{month.Year:D4}{month.Number:D2}");
        Starts = [.. Places.Reporters.Select(reporter => Places.Partners.Select(partner =>
            Encoding.ASCII.GetBytes($"{reporter},{partner},{Places.TradeType(partner)},")).ToArray())];
        Products = [.. ProductList.All.Select(product => Encoding.ASCII.GetBytes($"{product.Code},{product.Classes},"))];
        Ends = [.. ProductList.All.Select(product => Encoding.ASCII.GetBytes($"{product.Unit},{period},"))];
        Flows = [.. Enumerable.Range(0, 8).Select(i => Encoding.ASCII.GetBytes($"{(i >> 2) + 1},{Procedures[i & 3]},"))];
        NoUnit = Encoding.ASCII.GetBytes($"NO_SU,{period},");
    }

    /// <summary>The header line of the files <c>full_v2_YYYYMM.dat</c>.</summary>
    public static ReadOnlySpan<byte> Header =>
        "REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,PRODUCT_SITC,PRODUCT_CPA21,PRODUCT_CPA22,PRODUCT_BEC,PRODUCT_BEC5,PRODUCT_SECTION,"u8 +
        "FLOW,STAT_PROCEDURE,SUPPL_UNIT,PERIOD,VALUE_EUR,VALUE_NAC,QUANTITY_KG,QUANTITY_SUPPL_UNIT\n"u8;

    /// <summary>Product and classes of the row that sums a reporter's trade with a partner.</summary>
    public static ReadOnlySpan<byte> Total => "TOTAL,TOTAL,TOTAL,TOTAL,TOTAL,TOTAL,TO,"u8;

    /// <summary>Reporter, partner and trade type, by reporter and partner.</summary>
    public byte[][][] Starts { get; }

    /// <summary>Code and classes, by product.</summary>
    public byte[][] Products { get; }

    /// <summary>Flow and procedure, by <see cref="SeriesPopulation.FlowAndProcedure"/>.</summary>
    public byte[][] Flows { get; }

    /// <summary>Unit and period, by product.</summary>
    public byte[][] Ends { get; }

    /// <summary>Unit and period of a row without unit.</summary>
    public byte[] NoUnit { get; }
}
