using Kakehashi.Analytics.Evaluation;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Facts;
using Kakehashi.Platform.Store;

namespace Kakehashi.Strategy.Indicators;

/// <summary>One record behind a figure.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Caption">How it is called.</param>
/// <param name="Type">What it is.</param>
/// <param name="Href">Its page.</param>
public sealed record RecordBehind(long Number, Bilingual Caption, Text Type, string Href);

/// <summary>A page of the records behind a figure.</summary>
/// <param name="Rows">Those of this page that the actor sees.</param>
/// <param name="Total">How many there are; null where the actor does not see all units, since it would tell of the others.</param>
/// <param name="Next">The last number of this page, where there are more.</param>
/// <param name="Of">What the figure is of, beside the period: a unit, a country.</param>
public sealed record RecordsBehind(IReadOnlyList<RecordBehind> Rows, long? Total, long? Next, IReadOnlyList<Text> Of)
{
    public static async Task<Result<RecordsBehind>> ReadAsync(Workspace workspace, Indicator indicator, FigureAddress address, Actor actor, TimeSpan patience, CancellationToken cancel)
    {
        var keys = address is { HasKey: true, By: { } by } ? new Dictionary<string, string?> { [by] = address.Key } : [];
        RecordQuery query = new(indicator.Code, address.Period!.Value) { Unit = address.Unit, Keys = keys, Part = address.Part, After = address.After };
        var page = await workspace.Figures.RecordsAsync(query, patience, cancel);
        if (!page.IsDone) return page.Refusal;
        var rows = await RowsAsync(workspace, indicator, page.Value.Ids, actor, cancel);
        return new RecordsBehind(rows, actor.Units is null ? page.Value.Total : null, page.Value.Next, await OfAsync(workspace, indicator, address, cancel));
    }

    private static async Task<IReadOnlyList<RecordBehind>> RowsAsync(Workspace workspace, Indicator indicator, IReadOnlyList<long> numbers, Actor actor, CancellationToken cancel)
    {
        var rows = new List<RecordBehind>();
        await using var context = workspace.Database.Read();
        // numerator and denominator may be made of two types; a number belongs to one of them only
        foreach (var type in workspace.Figures.FactsOf(indicator).Select(new Dimensions(workspace).RecordsOf).OfType<Records.RecordType>().Distinct())
        {
            var found = await context.LoadAsync(type, numbers, cancel);
            rows.AddRange(found.Where(record => actor.Sees(type, record))
                .Select(record => new RecordBehind(record.Number, type.Caption(record), type.One, $"{type.Route}/{record.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)}")));
        }

        return [.. rows.OrderBy(row => row.Number)];
    }

    private static async Task<IReadOnlyList<Text>> OfAsync(Workspace workspace, Indicator indicator, FigureAddress address, CancellationToken cancel)
    {
        var (names, of) = (new Dimensions(workspace), new List<Text>());
        if (address.Unit is { } unit)
        {
            var key = unit.ToString(System.Globalization.CultureInfo.InvariantCulture);
            of.Add((await names.LabelsAsync(indicator, "unit", [key], cancel))(key));
        }

        if (address is { HasKey: true, By: { } by }) of.Add((await names.LabelsAsync(indicator, by, [address.Key], cancel))(address.Key));
        return of;
    }
}
