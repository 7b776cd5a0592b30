using System.Text.Encodings.Web;
using System.Text.Json;
using Kakehashi.Analytics.Evaluation;
using Kakehashi.Analytics.Indicators;
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

    public static void Write(OutputFormat format, IReadOnlyList<IndicatorCut> cuts, Text? note, Language language)
    {
        switch (format)
        {
            case OutputFormat.Json: Console.Out.WriteLine(JsonSerializer.Serialize(cuts.SelectMany(cut => cut.Figures.Select(figure => Json(cut, figure, note, language))), Options)); break;
            case OutputFormat.Csv: WriteCsv(cuts, note, language); break;
            default: WriteText(cuts, note, language); break;
        }
    }

    public static void WriteRecords(RecordsBehind page, bool json, Language language)
    {
        foreach (var row in page.Rows)
            Console.Out.WriteLine(json
                ? JsonSerializer.Serialize(new { row.Number, Type = row.Type.In(language), Caption = row.Caption.In(language), Path = row.Href }, Options)
                : $"{row.Number}\t{row.Type.In(language)}\t{row.Caption.In(language)}\t{row.Href}");
    }

    private static object Json(IndicatorCut cut, CutFigure of, Text? note, Language language)
    {
        var figure = of.Row.Figure;
        return new
        {
            cut.Indicator.Code,
            Period = figure.Subject.Period.ToString(),
            of.Keys,
            Value = figure.Rounded,
            figure.Numerator,
            figure.Denominator,
            State = StateOf(figure),
            Version = figure.DefinitionVersion,
            figure.Revision,
            Name = cut.Indicator.Name.In(language),
            Of = of.Row.Of?.In(language),
            cut.Indicator.Unit,
            figure.Records,
            Coverage = new { figure.Coverage.Submitted, figure.Coverage.Expected },
            cut.AsOf,
            Note = note?.In(language),
        };
    }

    /// <summary>Zero is a state of its own: a program need not compare numbers to tell it from a figure that is not there.</summary>
    private static string StateOf(Figure figure) =>
        figure.Nothing != Nothing.None ? CodeNames.Of(figure.Nothing) : figure.Value == 0 ? "zero" : "value";

    private static void WriteCsv(IReadOnlyList<IndicatorCut> cuts, Text? note, Language language)
    {
        using var output = Console.OpenStandardOutput();
        using var table = TableWriter.Csv(output, FigureTable.Columns(cuts.Select(cut => cut.Title).FirstOrDefault(title => title is not null), note, language));
        foreach (var cut in cuts) FigureTable.Write(table, cut.Figures.Select(figure => figure.Row), cut.AsOf, note, language);
        table.Complete();
    }

    private static void WriteText(IReadOnlyList<IndicatorCut> cuts, Text? note, Language language)
    {
        foreach (var cut in cuts)
        {
            Console.Out.WriteLine($"{cut.Indicator.Code}  {cut.Indicator.Name.In(language)}");
            if (cut.Figures.Count == 0) Console.Out.WriteLine("  " + ((Text)("記録がありません", "no records")).In(language));
            foreach (var figure in cut.Figures) Console.Out.WriteLine("  " + Line(cut.Indicator, figure.Row, language));
        }

        if (cuts.Select(cut => cut.AsOf).Max() is { } asOf) Console.Out.WriteLine(((Text)($"データの時点: {Shown.Moment(asOf)}", $"Data as of {Shown.Moment(asOf)}")).In(language));
        if (note is { } said) Console.Out.WriteLine(said.In(language));
    }

    private static string Line(Indicator indicator, FigureRow row, Language language)
    {
        var figure = row.Figure;
        var unit = IndicatorWords.Unit(indicator)?.In(language);
        var value = figure.Rounded is { } number ? Shown.Number(number, indicator.Decimals) + unit : Reading.Name(figure.Nothing).In(language);
        var parts = figure.Denominator is { } below ? $" = {figure.Numerator:0.##} / {below:0.##}" : "";
        var coverage = figure.Coverage.Expected == 0 ? "" : ((Text)($"、{figure.Coverage.Expected}部局中{figure.Coverage.Submitted}部局が報告", $", {figure.Coverage.Submitted} of {figure.Coverage.Expected} units reported")).In(language);
        var version = ((Text)($"定義第{figure.DefinitionVersion}版", $"definition version {figure.DefinitionVersion}")).In(language);
        var revision = figure.Revision is { } closed ? ((Text)($"、確定第{closed}版", $", closed, revision {closed}")).In(language) : "";
        return $"{figure.Subject.Period,-7} {row.Of?.In(language)} {value}{parts}  ({version}{coverage}{revision})";
    }
}
