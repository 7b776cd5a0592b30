using System.CommandLine;
using Kakehashi.Analytics.Evaluation;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Strategy.Indicators;
using static Kakehashi.Platform.Pages.Speech;

namespace Kakehashi.Web.Commands;

/// <summary><c>indicators [CODE …] [--period FY2025 …] [--by country,unit] [--unit CODE] [--records] [--json|--csv]</c>: what indicators say.</summary>
internal static class IndicatorsCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    private static readonly Argument<string[]> Codes = new("codes")
    {
        Description = T("指標の番号(例: ST-01。省略するとすべて)", "Codes of indicators, e.g. ST-01; none for all."),
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string[]> Periods = new("--period")
    {
        Description = T("期間(例: FY2024 FY2025。省略すると直近の10期間)", "Periods, e.g. FY2024 FY2025; else the latest ten."),
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string[]> By = new("--by")
    {
        Description = T("内訳の軸(country,unit など)", "Break down by unit or other dimensions, e.g. country,unit."),
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string?> Unit = new("--unit") { Description = T("この部局とその下の部局だけ(部局コードで指定)", "Only this org unit and those below it, by its code.") };

    private static readonly Option<bool> Records = new("--records")
    {
        Description = T("1つの期間の値のもとになった記録の一覧", "List the records behind the figure of one period."),
    };

    private static readonly Option<string> Part = new("--part")
    {
        Description = T("--records で示すのは分子(numerator)か分母(denominator)か", "numerator or denominator, with --records."),
        DefaultValueFactory = _ => "numerator",
    };

    private static readonly Option<bool> Json = WorkspaceOptions.Json;

    private static readonly Option<bool> Csv = new("--csv") { Description = T("結果をCSVで標準出力に書く", "CSV on standard output.") };

    private static readonly Option<bool> Rebuild = new("--rebuild") { Description = T("集計をはじめからやり直す", "Work out all facts anew first.") };

    public static Command Define()
    {
        var command = new Command("indicators", T("指標の値と、もとになった記録を表示する", "Show what indicators say, and the records behind them."))
            { Codes, Periods, By, Unit, Records, Part, Json, Csv, Rebuild, WorkspaceOptions.Data };
        Part.AcceptOnlyFromAmong("numerator", "denominator");
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult input, CancellationToken cancel)
    {
        var language = WorkspaceOptions.LanguageOf(input);
        using var workspace = await WorkspaceOptions.OpenExistingAsync(input, cancel);
        if (workspace.IndicatorReading.Mistakes is { Count: > 0 } mistakes)
        {
            foreach (var mistake in mistakes) Console.Error.WriteLine($"{mistake.File}({mistake.Line}): {mistake.Code} {mistake.Message.In(language)}");
            return ExitCodes.Failed;
        }

        // beside a running server, which holds the file, the facts are worked out in memory
        workspace.Facts.MayUseMemory = true;
        Exception? failure = null;
        workspace.Facts.Failed += error => failure = error;
        if (input.GetValue(Rebuild)) await workspace.Facts.RebuildAsync(cancel);
        var refusal = await Show(workspace, input, language, cancel);
        if (failure is not null) throw failure;
        return refusal is null ? ExitCodes.Done : Answer.Refuse(input, refusal);
    }

    private static async Task<Refusal?> Show(Workspace workspace, ParseResult input, Language language, CancellationToken cancel)
    {
        var asked = await QuestionAsync(workspace, input, cancel);
        if (!asked.IsDone) return asked.Refusal;
        if (input.GetValue(Records)) return await RecordsAsync(workspace, asked.Value, input.GetValue(Json), language, cancel);
        var cuts = new List<IndicatorCut>();
        foreach (var indicator in asked.Value.Indicators.Where(indicator => asked.Value.IsNamed || CanAnswer(indicator, asked.Value.Cut)))
        {
            var cut = await IndicatorCut.ReadAsync(workspace, indicator, asked.Value.Cut, Patience, cancel);
            if (!cut.IsDone) return cut.Refusal;
            cuts.Add(cut.Value);
        }

        if (cuts.Count == 0 && asked.Value.Indicators.Count > 0) return NoneByThese(asked.Value.Cut.By);
        IndicatorsOutput.Write(input.GetValue(Json) ? OutputFormat.Json : input.GetValue(Csv) ? OutputFormat.Csv : OutputFormat.Text, cuts, SyntheticData.NoteOf(workspace), language);
        return null;
    }

    /// <summary>Where all indicators are asked, those with other dimensions or periods are left out.</summary>
    private static bool CanAnswer(Indicator indicator, CutQuestion cut) =>
        !cut.By.Except(indicator.Dimensions).Any() && cut.Periods.All(period => period.Kind == indicator.PeriodKind);

    private static Refusal NoneByThese(IReadOnlyList<string> by) => new("indicator.dimension", (
        $"この期間を「{string.Join(',', by)}」で分けられる指標はありません。指標を1つ指定すると、使える軸が分かります。",
        $"No indicator has such periods broken down by “{string.Join(',', by)}”. Name one indicator to learn by what it can be."));

    private static async Task<Result<FigureQuestion>> QuestionAsync(Workspace workspace, ParseResult input, CancellationToken cancel)
    {
        var codes = input.GetValue(Codes) ?? [];
        var indicators = new List<Indicator>();
        foreach (var code in codes)
        {
            if (workspace.Indicators.Versions(code) is not [.., var indicator])
                return new Refusal("indicator.unknown", ($"指標「{code}」はありません。番号を省略すると一覧を表示します。", $"There is no indicator “{code}”. Leave the code out for a list."));
            indicators.Add(indicator);
        }

        var periods = new List<Period>();
        foreach (var text in Words(input.GetValue(Periods)))
        {
            if (Period.Read(text) is not { } period)
                return new Refusal("indicator.period", ($"「{text}」は期間として読めません。FY2025 の形で指定してください。", $"“{text}” is no period. Write it like FY2025."));
            periods.Add(period);
        }

        long? unit = null;
        if (input.GetValue(Unit) is { } key)
        {
            unit = await UnitAsync(workspace, key, cancel);
            if (unit is null) return new Refusal("indicator.unit", ($"部局コード「{key}」の部局はありません。", $"There is no org unit with the code “{key}”."));
        }

        return new FigureQuestion(indicators.Count == 0 ? workspace.Indicators.All : indicators, new(periods, Words(input.GetValue(By)), unit), input.GetValue(Part) == "denominator" ? FigurePart.Denominator : FigurePart.Numerator) { IsNamed = indicators.Count > 0 };
    }

    /// <summary>Words may be parted by commas or given one by one.</summary>
    private static IReadOnlyList<string> Words(string[]? given) =>
        [.. (given ?? []).SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct()];

    private static async Task<long?> UnitAsync(Workspace workspace, string key, CancellationToken cancel)
    {
        var type = workspace.Types.All.First(type => type.ParentUnit is not null);
        await using var context = workspace.Database.Read();
        return (await context.ResolveAsync(type, [key], cancel)).TryGetValue(key, out var number) ? number : null;
    }

    private static async Task<Refusal?> RecordsAsync(Workspace workspace, FigureQuestion asked, bool json, Language language, CancellationToken cancel)
    {
        if (asked is not { IsNamed: true, Indicators: [var indicator], Cut.Periods: [var period] })
            return new("indicator.records", ("--records には指標を1つ、--period を1つ指定してください。", "--records takes one indicator and one --period."));
        var address = new FigureAddress(indicator.Code) { Period = period, Unit = asked.Cut.Unit, Part = asked.Part };
        while (true)
        {
            var page = await RecordsBehind.ReadAsync(workspace, indicator, address, Actor.Local, Patience, cancel);
            if (!page.IsDone) return page.Refusal;
            IndicatorsOutput.WriteRecords(page.Value, json, language);
            if (page.Value.Next is not { } next) return null;
            address = address with { After = next };
        }
    }
}

/// <summary>What the command line asks for.</summary>
internal sealed record FigureQuestion(IReadOnlyList<Indicator> Indicators, CutQuestion Cut, FigurePart Part)
{
    /// <summary>The indicators were named, not all of them taken.</summary>
    public bool IsNamed { get; init; }
}
