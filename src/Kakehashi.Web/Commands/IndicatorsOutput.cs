using System.Text.Encodings.Web;
using System.Text.Json;
using Kakehashi.Kernel;
using Kakehashi.Platform.Export.Files;
using Kakehashi.Platform.Pages;
using Kakehashi.Platform.Pages.Figures;
using Kakehashi.Strategy.Indicators;

namespace Kakehashi.Web.Commands;

internal enum OutputFormat
{
    Text,
    Json,
    Csv,
}

/// <summary>Writes figures on standard output: for a person, for a spreadsheet, for a program.</summary>
internal static class IndicatorsOutput
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(OutputFormat format, IReadOnlyList<IndicatorView> views, FigureQuestion asked, Language language)
    {
        switch (format)
        {
            case OutputFormat.Json: Console.Out.WriteLine(JsonSerializer.Serialize(new { Figures = views.SelectMany(view => Rows(view, asked).Select(row => Json(view, row, language))) }, Options)); break;
            case OutputFormat.Csv: WriteCsv(views, asked, language); break;
            default: WriteText(views, asked, language); break;
        }
    }

    public static void WriteRecords(RecordsBehind page, bool json, Language language)
    {
        foreach (var row in page.Rows)
            Console.Out.WriteLine(json
                ? JsonSerializer.Serialize(new { row.Number, Type = row.Type.In(language), Caption = row.Caption.In(language), Path = row.Href }, Options)
                : $"{row.Number}\t{row.Type.In(language)}\t{row.Caption.In(language)}\t{row.Href}");
    }

    private static IReadOnlyList<FigureRow> Rows(IndicatorView view, FigureQuestion asked)
    {
        if (asked.By is not null) return view.Breakdown?.Dimension == asked.By ? view.Breakdown.Rows : [];
        var figures = view.Series.Figures.Where(figure => asked.Periods.Count == 0 || asked.Periods.Contains(figure.Subject.Period));
        return [.. figures.Select(figure => new FigureRow(figure, view.Unit?.Name))];
    }

    private static object Json(IndicatorView view, FigureRow row, Language language)
    {
        var figure = row.Figure;
        return new
        {
            Indicator = view.Indicator.Code,
            Name = view.Indicator.Name.In(language),
            Period = figure.Subject.Period.ToString(),
            Of = row.Of?.In(language),
            Key = figure.Subject.Keys is [var key] ? key : null,
            OrgUnit = figure.Subject.Unit,
            Value = figure.Rounded,
            Unit = view.Indicator.Unit,
            Nothing = FigureTable.Nothing(figure) is { Length: > 0 } nothing ? nothing : null,
            figure.Numerator,
            figure.Denominator,
            figure.Records,
            Coverage = new { figure.Coverage.Submitted, figure.Coverage.Expected },
            figure.DefinitionVersion,
            view.AsOf,
        };
    }

    private static void WriteCsv(IReadOnlyList<IndicatorView> views, FigureQuestion asked, Language language)
    {
        using var output = Console.OpenStandardOutput();
        using var table = TableWriter.Csv(output, FigureTable.Columns(views.Select(view => asked.By is null ? null : view.Breakdown?.Title).FirstOrDefault(title => title is not null), language));
        foreach (var view in views) FigureTable.Write(table, Rows(view, asked), view.AsOf, language);
        table.Complete();
    }

    private static void WriteText(IReadOnlyList<IndicatorView> views, FigureQuestion asked, Language language)
    {
        foreach (var view in views)
        {
            Console.Out.WriteLine($"{view.Indicator.Code}  {view.Indicator.Name.In(language)}");
            var rows = Rows(view, asked);
            if (rows.Count == 0) Console.Out.WriteLine("  " + ((Text)("記録がありません", "no records")).In(language));
            foreach (var row in rows) Console.Out.WriteLine("  " + Line(view, row, language));
        }

        if (views.Select(view => view.AsOf).Max() is { } asOf) Console.Out.WriteLine(((Text)($"データの時点: {Shown.Moment(asOf)}", $"Data as of {Shown.Moment(asOf)}")).In(language));
    }

    private static string Line(IndicatorView view, FigureRow row, Language language)
    {
        var figure = row.Figure;
        var unit = IndicatorWords.Unit(view.Indicator)?.In(language);
        var value = figure.Rounded is { } number ? Shown.Number(number, view.Indicator.Decimals) + unit : Reading.Name(figure.Nothing).In(language);
        var parts = figure.Denominator is { } below ? $" = {figure.Numerator:0.##} / {below:0.##}" : "";
        var coverage = figure.Coverage.Expected == 0 ? "" : ((Text)($"、{figure.Coverage.Expected}部局中{figure.Coverage.Submitted}部局が報告", $", {figure.Coverage.Submitted} of {figure.Coverage.Expected} units reported")).In(language);
        var version = ((Text)($"定義第{figure.DefinitionVersion}版", $"definition version {figure.DefinitionVersion}")).In(language);
        return $"{figure.Subject.Period,-7} {row.Of?.In(language)} {value}{parts}  ({version}{coverage})";
    }
}
