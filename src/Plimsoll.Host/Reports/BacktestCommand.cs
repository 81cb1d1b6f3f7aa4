using System.CommandLine;
using System.Globalization;
using Plimsoll.Agreements;
using Plimsoll.Agreements.Backtesting;
using Plimsoll.Host.Cli;
using Plimsoll.Trade;
using Spectre.Console;

namespace Plimsoll.Host.Reports;

/// <summary><c>plimsoll backtest AGREEMENT</c></summary>
internal sealed class BacktestCommand : StoreCommand
{
    private readonly Argument<string> agreement = new("AGREEMENT") { Description = "Name of a bundled agreement, or a file." };
    private readonly Option<string> from = FetchCommand.MonthOption("--from", "First month: the agreement is held against what was known at its end.");
    private readonly Option<string> to = FetchCommand.MonthOption("--to", "Last month.");
    private readonly Option<bool> csv = new("--csv") { Description = "Write the changes as comma-separated values to the standard output." };

    internal BacktestCommand(Terminal terminal, TimeProvider time)
        : base("backtest", "Would it have fired then? The changes of an agreement's colours, month by month, on the figures known at the time.", terminal, time)
    {
        Arguments.Add(agreement);
        Options.Add(from);
        Options.Add(to);
        Options.Add(csv);
        Validators.Add(result =>
        {
            var (first, last) = (result.GetValue(from), result.GetValue(to));
            if (first is not null && last is not null && Period.Parse(first) is { Ok: true } a && Period.Parse(last) is { Ok: true } b && b.Value.Start < a.Value.Start)
            {
                result.AddError($"--to {last} is before --from {first}.");
            }
        });
    }

    protected override Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        var file = Bundled.Load(arguments.GetRequiredValue(agreement));
        if (file.Agreement is not { } read)
        {
            Bundled.WriteFaults(Terminal, file);
            return Task.FromResult(CommandLine.Failure);
        }

        var backtest = Backtest.Run(Store(arguments), read, FetchCommand.ReadMonth(arguments, from), FetchCommand.ReadMonth(arguments, to), cancel);
        if (WantsJson(arguments))
        {
            WriteJson(Document(backtest));
        }
        else if (arguments.GetValue(csv))
        {
            WriteCsv(backtest);
        }
        else
        {
            Show(read, backtest);
        }

        return Task.FromResult(CommandLine.Done);
    }

    private static object Document(Backtest backtest) => new
    {
        backtest.Agreement,
        backtest.Version,
        Status = backtest.Status.ToString().ToLowerInvariant(),
        From = backtest.From.ToString(),
        To = backtest.To.ToString(),
        backtest.Entered,
        backtest.Left,
        backtest.ByRevision,
        backtest.NeverAssessable,
        Changes = backtest.Changes.Select(c => new
        {
            Day = Day(c.Day),
            c.Clause,
            Subject = new { c.Subject.Reporter, c.Subject.Partner, c.Subject.Product },
            Period = c.Period.ToString(),
            From = c.From is { } before ? FindingDocument.Word(before) : null,
            To = FindingDocument.Word(c.To),
            Cause = Cause(c),
            c.ValueBefore,
            c.Value,
            c.Unit,
            Status = c.Status.ToString().ToLowerInvariant(),
        }),
    };

    private void WriteCsv(Backtest backtest)
    {
        Terminal.Out.WriteLine("day,clause,reporter,partner,product,period,from,to,cause,value_before,value,unit,status");
        foreach (var c in backtest.Changes)
        {
            Terminal.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Day(c.Day)},{c.Clause},{c.Subject.Reporter},{c.Subject.Partner},{c.Subject.Product},{c.Period},{(c.From is { } before ? FindingDocument.Word(before) : "")},{FindingDocument.Word(c.To)},{Cause(c)},{c.ValueBefore},{c.Value},{c.Unit},{c.Status.ToString().ToLowerInvariant()}"));
        }
    }

    private void Show(Agreement read, Backtest backtest)
    {
        var console = Terminal.Console;
        console.MarkupLineInterpolated($"[bold]{read.Title}[/]");
        console.MarkupLineInterpolated($"Status {backtest.Status.ToString().ToLowerInvariant()}. {read.Note}");
        console.WriteLine($"At each month's end from {backtest.From} to {backtest.To}, on the figures known that day. Only changes are listed.");
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns("seen on", "clause", "subject", "period", "from", "to", "because of", "value", "status");
        foreach (var c in backtest.Changes)
        {
            table.AddRow(
                Day(c.Day),
                Markup.Escape(c.Clause),
                $"{c.Subject.Reporter} – {c.Subject.Partner}: {c.Subject.Product}",
                c.Period.ToString(),
                c.From is { } before ? Board.Word(before) : "",
                Board.Word(c.To),
                Cause(c).Replace('_', ' '),
                Markup.Escape(c.ValueBefore is { } earlier && c.Cause == ChangeCause.Revision ? $"{Amount.Write(earlier, c.Unit)} → {Amount.Write(c.Value, c.Unit)}" : Amount.Write(c.Value, c.Unit)),
                c.Status.ToString().ToLowerInvariant());
        }

        console.Write(table);
        console.WriteLine($"Amber or red entered {backtest.Entered} times, left {backtest.Left} times; {backtest.ByRevision} changes came from revisions alone.");
        if (backtest.NeverAssessable.Count > 0)
        {
            console.WriteLine($"Never assessable, so never green either: {string.Join(", ", backtest.NeverAssessable)}.");
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Cause(BacktestChange change) => change.Cause == ChangeCause.NewPeriod ? "new_period" : change.Cause.ToString().ToLowerInvariant();
}
