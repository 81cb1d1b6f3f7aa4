using System.Globalization;
using System.Security;
using System.Text;

namespace Plimsoll.Agreements.Charts;

/// <summary>
/// A series against its limits as SVG. Pure: the same points give the same bytes. Colours never stand alone: each zone has a shape, and
/// each band its word.
/// </summary>
public sealed class FindingChart
{
    private const int LineHeight = 24;
    private const int ValuesWritten = 8;

    private readonly StringBuilder svg = new();
    private readonly ChartText words;
    private readonly IReadOnlyList<ChartPoint> points;
    private readonly ChartSize size;
    private readonly decimal divisor;
    private readonly ChartAxis axis;
    private readonly List<string> measure;
    private readonly decimal top;

    private FindingChart(ChartText words, IReadOnlyList<ChartPoint> points, ChartSize size)
    {
        (this.words, this.points, this.size) = (words, points, size);
        var numbers = points.SelectMany(p => new[] { p.Value, p.Amber, p.Red }).OfType<decimal>().ToList();
        (divisor, var unit) = words.Language.Scale(words.Unit, numbers.Select(Math.Abs).DefaultIfEmpty(1m).Max());
        axis = ChartAxis.Over(numbers.ConvertAll(n => n / divisor));
        measure = Wrapped($"{words.Measure}, {unit}", size.MeasureLength);
        top = 20 + (size.HasTitle ? LineHeight * (Wrapped(words.Title, size.TitleLength).Count + 1) : 0) + (18 * measure.Count);
    }

    /// <summary>The chart.</summary>
    /// <param name="words">Title, unit, source and status.</param>
    /// <param name="points">Consecutive periods, oldest first; at least one.</param>
    /// <param name="size">How large, and how much of the text.</param>
    public static string Draw(ChartText words, IReadOnlyList<ChartPoint> points, ChartSize? size = null)
    {
        var chart = new FindingChart(words, points, size ?? ChartSize.Sheet);
        chart.Open();
        chart.DrawBands();
        chart.DrawAxes();
        chart.DrawLimits();
        chart.DrawLine();
        chart.DrawMarks();
        chart.DrawLabels();
        chart.DrawFoot();
        return chart.svg.Append("</svg>\n").ToString();
    }

    private decimal Left => size.Left;

    private decimal Right => size.Right;

    private decimal Bottom => top + size.PlotHeight;

    private void Open()
    {
        var height = Bottom + (size.HasTitle ? 110 + (18 * Wrapped(words.Source, size.SourceLength).Count) : 64);
        Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size.Width} {height}\" width=\"{size.Width}\" height=\"{height}\" role=\"img\" aria-label=\"{Text(words.Title)}\" font-family=\"sans-serif\">");
        Add($"<title>{Text(words.Title)}</title>");
        Add($"""
            <defs><pattern id="hatch{size.Width}" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="8" stroke="#b3261e" stroke-width="1" stroke-opacity="0.35"/></pattern></defs>
            <rect class="c-ground" width="{size.Width}" height="{height}" fill="#ffffff"/>
            """);
        foreach (var (i, line) in size.HasTitle ? Wrapped(words.Title, size.TitleLength).Index() : [])
        {
            Add($"<text x=\"24\" y=\"{34 + (i * LineHeight)}\" font-size=\"18\" font-weight=\"bold\" fill=\"#1a1a2e\">{Text(line)}</text>");
        }

        foreach (var (i, line) in measure.Index())
        {
            Add($"<text class=\"c-muted\" x=\"{(size.HasTitle ? 24 : 4)}\" y=\"{top - 16 - (18 * (measure.Count - 1 - i))}\" font-size=\"14\" fill=\"#44475a\">{Text(line)}</text>");
        }
    }

    // The limits of each period: they may change on a day.
    private void DrawBands()
    {
        foreach (var (from, to) in Runs())
        {
            var (x, width) = (Edge(from), Edge(to + 1) - Edge(from));
            var beyond = words.Comparator.StartsWith('<') ? Bottom : top;
            if (points[from].Amber is { } amber)
            {
                Band(x, width, Y(amber), points[from].Red is { } end ? Y(end) : beyond, "#fdf0c8", "c-amber-band", hatched: false);
            }

            if (points[from].Red is { } red)
            {
                Band(x, width, Y(red), beyond, "#fbe3e1", "c-red-band", hatched: true);
            }
        }
    }

    private void DrawLimits()
    {
        foreach (var (from, to) in Runs())
        {
            Limit(Edge(from), Edge(to + 1), points[from].Amber, "#8a5a00", "c-amber", "7 4");
            Limit(Edge(from), Edge(to + 1), points[from].Red, "#b3261e", "c-red", "none");
        }
    }

    private IEnumerable<(int From, int To)> Runs()
    {
        var from = 0;
        for (var i = 1; i <= points.Count; i++)
        {
            if (i == points.Count || points[i].Amber != points[from].Amber || points[i].Red != points[from].Red)
            {
                yield return (from, i - 1);
                from = i;
            }
        }
    }

    private void Band(decimal x, decimal width, decimal one, decimal other, string fill, string kind, bool hatched)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"x=\"{N(x)}\" y=\"{N(Math.Min(one, other))}\" width=\"{N(width)}\" height=\"{N(Math.Abs(one - other))}\"");
        Add($"<rect class=\"{kind}\" {place} fill=\"{fill}\"/>");
        if (hatched)
        {
            Add($"<rect {place} fill=\"url(#hatch{size.Width})\"/>");
        }
    }

    private void Limit(decimal from, decimal to, decimal? limit, string colour, string kind, string dashes)
    {
        if (limit is { } at)
        {
            Add($"<line class=\"{kind}\" x1=\"{N(from)}\" y1=\"{N(Y(at))}\" x2=\"{N(to)}\" y2=\"{N(Y(at))}\" stroke=\"{colour}\" stroke-width=\"2\" stroke-dasharray=\"{dashes}\"/>");
        }
    }

    private void DrawAxes()
    {
        foreach (var tick in axis.Ticks)
        {
            var y = Y(tick * divisor);
            Add($"<line class=\"{(tick == 0 ? "c-zero" : "c-grid")}\" x1=\"{Left}\" y1=\"{N(y)}\" x2=\"{Right}\" y2=\"{N(y)}\" stroke=\"{(tick == 0 ? "#44475a" : "#d8dae5")}\" stroke-width=\"1\"/>");
            Add($"<text class=\"c-muted\" x=\"{Left - 8}\" y=\"{N(y + 4)}\" font-size=\"13\" text-anchor=\"end\" fill=\"#44475a\">{Text(words.Language.Number(tick))}</text>");
        }

        var every = ((points.Count - 1) / size.Ticks) + 1;
        for (var i = points.Count - 1; i >= 0; i -= every)
        {
            Add($"<line x1=\"{N(X(i))}\" y1=\"{N(Bottom)}\" x2=\"{N(X(i))}\" y2=\"{N(Bottom + 5)}\" stroke=\"#44475a\"/>");
            Add($"<text class=\"c-muted\" x=\"{N(X(i))}\" y=\"{N(Bottom + 20)}\" font-size=\"13\" text-anchor=\"middle\" fill=\"#44475a\">{Text(words.Language.Period(points[i].Period))}</text>");
        }
    }

    private void DrawLine()
    {
        var path = new StringBuilder();
        for (var i = 0; i < points.Count; i++)
        {
            if (points[i].Value is { } value)
            {
                var begins = i == 0 || points[i - 1].Value is null;
                path.Append(CultureInfo.InvariantCulture, $"{(begins ? "M" : "L")}{N(X(i))} {N(Y(value))}");
            }
        }

        Add($"<path class=\"c-line\" d=\"{path}\" fill=\"none\" stroke=\"#003399\" stroke-width=\"3\" stroke-linejoin=\"round\"/>");
    }

    private void DrawMarks()
    {
        for (var i = 0; i < points.Count; i++)
        {
            var (x, y) = (X(i), points[i].Value is { } value ? Y(value) : Bottom - 10);
            Add(ZoneMark.Draw(points[i].Zone, N(x), N(y)));
            var last = i == points.Count - 1;
            if (points[i].Value is { } written && (last || points.Count <= ValuesWritten))
            {
                var comesDown = i > 0 && points[i - 1].Value > written && y + 28 < Bottom;
                Add($"<text class=\"c-value\" x=\"{N(x)}\" y=\"{N(y + (comesDown ? 24 : -12))}\" font-size=\"{(last ? 15 : 12)}\" font-weight=\"{(last ? "bold" : "normal")}\" text-anchor=\"middle\" fill=\"#003399\" stroke=\"#ffffff\" stroke-width=\"4\" paint-order=\"stroke\">{Text(words.Language.Number(written / divisor))}</text>");
            }
        }
    }

    // Beside the plot, pushed apart where the two limits lie close together.
    private void DrawLabels()
    {
        var last = points[^1];
        var labels = new List<(decimal Y, string Word, string Colour)>();
        void Note(decimal? limit, Zone zone, string colour)
        {
            if (limit is { } at)
            {
                labels.Add((Y(at), $"{words.Language.Zone(zone)} {words.Comparator} {words.Language.Number(at / divisor)}", colour));
            }
        }

        Note(last.Amber, Zone.Amber, "#8a5a00");
        Note(last.Red, Zone.Red, "#b3261e");
        var above = decimal.MinValue;
        foreach (var (y, word, colour) in labels.OrderBy(l => l.Y))
        {
            above = Math.Max(y + 5, above == decimal.MinValue ? y + 5 : above + 18);
            Add(size.HasRoomBeside
                ? $"<text class=\"{(colour == "#b3261e" ? "c-red-text" : "c-amber-text")}\" x=\"{N(Right + 10)}\" y=\"{N(above)}\" font-size=\"14\" font-weight=\"bold\" fill=\"{colour}\">{Text(word)}</text>"
                : $"<text class=\"{(colour == "#b3261e" ? "c-red-text" : "c-amber-text")}\" x=\"{N(Left + 4)}\" y=\"{N(above - 10)}\" font-size=\"13\" font-weight=\"bold\" fill=\"{colour}\">{Text(word)}</text>");
        }
    }

    private void DrawFoot()
    {
        var x = 32m;
        foreach (var zone in points.Select(p => p.Zone).Distinct().Order())
        {
            Add(ZoneMark.Draw(zone, N(x), N(Bottom + 45)));
            var word = words.Language.Zone(zone);
            Add($"<text class=\"c-text\" x=\"{N(x + 12)}\" y=\"{N(Bottom + 50)}\" font-size=\"13\" fill=\"#1a1a2e\">{Text(word)}</text>");
            x += 32 + (8 * Math.Max(word.Length, 4));
        }

        if (!size.HasTitle)
        {
            return;
        }

        Add($"<text x=\"24\" y=\"{N(Bottom + 78)}\" font-size=\"14\" font-weight=\"bold\" fill=\"#1a1a2e\">{Text(words.Language.Status(words.Status))}</text>");
        foreach (var (i, line) in Wrapped(words.Source, size.SourceLength).Index())
        {
            Add($"<text x=\"24\" y=\"{N(Bottom + 100 + (i * 18))}\" font-size=\"12\" fill=\"#44475a\">{Text(line)}</text>");
        }
    }

    private decimal X(int i) => Edge(i) + ((Right - Left) / points.Count / 2);

    private decimal Edge(int i) => Left + ((Right - Left) * i / points.Count);

    private decimal Y(decimal value) => Bottom - (size.PlotHeight * axis.Part(value / divisor));

    private static List<string> Wrapped(string text, int length)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length + word.Length >= length)
            {
                lines.Add("");
            }

            lines[^1] = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
        }

        return lines;
    }

    private void Add(FormattableString line) => Add(line.ToString(CultureInfo.InvariantCulture));

    private void Add(string line) => svg.Append(line.ReplaceLineEndings("\n")).Append('\n');

    private static string N(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Text(string text) => SecurityElement.Escape(text);
}
