using Kakehashi.Analytics.Evaluation;
using Kakehashi.Kernel;
using Kakehashi.Platform.Export.Files;
using Kakehashi.Platform.Pages.Figures;

namespace Kakehashi.Strategy.Indicators;

/// <summary>One row of figures with its words.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Of">What it is of, where figures are broken down: a country, a unit.</param>
public sealed record FigureRow(Figure Figure, Text? Of = null);

/// <summary>Figures as rows of a file, which the caller completes: everything that a page shows beside a number stands in its row, so that none goes without it.</summary>
public static class FigureTable
{
    /// <summary>What stands in the column of a figure without a value.</summary>
    public static string Nothing(Figure figure) => figure.Nothing == Analytics.Evaluation.Nothing.None ? "" : CodeNames.Of(figure.Nothing);

    /// <summary>The header; a note, e.g. that records are invented, stands in every row.</summary>
    public static IReadOnlyList<TableColumn> Columns(Text? dimension, Text? note, Language language)
    {
        Text[] headers =
        [
            ("指標", "Indicator"), ("指標名", "Name"), ("期間", "Period"), dimension ?? ("範囲", "Scope"), ("値", "Value"), ("単位", "Unit"), ("値がない理由", "No value because"),
            ("分子", "Numerator"), ("分母", "Denominator"), ("記録数", "Records"), ("報告済みの部局", "Units reported"), ("報告すべき部局", "Units expected"), ("定義の版", "Definition version"), ("データの時点", "Data as of"), ("確定の版", "Closed revision"),
        ];
        if (note is not null) headers = [.. headers, ("注記", "Note")];
        return [.. headers.Select(header => new TableColumn(header.In(language)))];
    }

    public static void Write(TableWriter table, IEnumerable<FigureRow> rows, DateTimeOffset? asOf, Text? note, Language language)
    {
        foreach (var (figure, of) in rows)
        {
            var indicator = figure.Subject.Indicator;
            table.Text(indicator.Code);
            table.Text(indicator.Name.In(language));
            table.Text(figure.Subject.Period.ToString());
            table.Text((of ?? ("全学", "University")).In(language));
            table.Number(figure.Rounded, indicator.Decimals);
            table.Text(Analytics.Indicators.IndicatorUnits.All.TryGetValue(indicator.Unit, out var unit) ? unit.In(language) : indicator.Unit);
            table.Text(figure.Nothing == Analytics.Evaluation.Nothing.None ? "" : Reading.Name(figure.Nothing).In(language));
            table.Number(figure.Numerator);
            table.Number(figure.Denominator);
            table.Number((decimal?)figure.Records);
            table.Number((decimal?)figure.Coverage.Submitted);
            table.Number((decimal?)figure.Coverage.Expected);
            table.Number((decimal?)figure.DefinitionVersion);
            table.Text(asOf?.ToString("yyyy-MM-dd HH:mm zzz", System.Globalization.CultureInfo.InvariantCulture));
            if (figure.NotIn is null) table.Number((decimal?)figure.Revision);
            else table.Text(ClosedFigureWords.NotFrozen.In(language));
            if (note is { } said) table.Text(said.In(language));
            table.EndRow();
        }
    }
}
