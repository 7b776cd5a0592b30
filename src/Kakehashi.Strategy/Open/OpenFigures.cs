using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;
using Kakehashi.Platform.Pages.Figures;
using Kakehashi.Strategy.Publishing;

namespace Kakehashi.Strategy.Open;

/// <summary>A published table as pages show it; made from the document alone.</summary>
public sealed class OpenFigures(PublicDocument document)
{
    private const int MostBars = 15;

    /// <summary>What stands after a number; English sets a space before a word, none before %.</summary>
    public Text? Unit => IndicatorUnits.All.TryGetValue(document.Unit, out var unit) ? (unit.Ja, unit.En is "%" ? unit.En : " " + unit.En) : null;

    /// <summary>The totals, the oldest first.</summary>
    public IReadOnlyList<PublicObservation> Totals { get; } = [.. document.Periods.Select(period => document.Observations.FirstOrDefault(one => one.Keys.Count == 0 && one.Period == period.Code)).OfType<PublicObservation>()];

    /// <summary>The last total with a value, else the last.</summary>
    public PublicObservation? Latest => Totals.LastOrDefault(one => one.Value is not null) ?? (Totals.Count > 0 ? Totals[^1] : null);

    /// <summary>How much more the latest is than the one before; null where one of them is not told.</summary>
    public decimal? Change => Latest is { Value: { } now } latest && Totals.TakeWhile(one => one != latest).LastOrDefault() is { Value: { } before } ? now - before : null;

    /// <summary>The periods of which a table has something.</summary>
    public IReadOnlyList<PublicValue> PeriodsOf(IReadOnlyList<PublicDimension> dimensions) => [.. document.Periods.Where(period => Rows(dimensions, period.Code).Count > 0)];

    /// <summary>The rows of a table in a period, the largest first.</summary>
    public IReadOnlyList<PublicObservation> Rows(IReadOnlyList<PublicDimension> dimensions, string period) =>
        [.. document.Observations.Where(one => one.Period == period && one.Keys.Count == dimensions.Count && dimensions.All(dimension => one.Keys.ContainsKey(dimension.Code))).OrderByDescending(one => one.Value ?? (one.Flag == PublicDocument.Suppressed ? 0.5m : -1))];

    /// <summary>What a period is called.</summary>
    public Text PeriodName(string code) => document.Periods.First(period => period.Code == code).Name.Text;

    /// <summary>What the value of a dimension is called.</summary>
    public static Text Name(PublicDimension dimension, PublicObservation one) => dimension.Values.First(value => value.Code == one.Keys[dimension.Code]).Name.Text;

    /// <summary>A value, or why there is none.</summary>
    public static Reading Of(PublicObservation? one) => one switch
    {
        null => Reading.Blank,
        { Value: { } value } => value,
        { Flag: PublicDocument.Suppressed } => Reading.Suppressed,
        { Flag: "undefined" } => Reading.Undefined,
        _ => Reading.NotReported,
    };

    /// <summary>The course of the total.</summary>
    public Chart Series() => new(document.Unit == "percent" ? ChartKind.Line : ChartKind.Bar, ("期間", "Period"), [.. Totals.Select(one => PeriodName(one.Period))], [new(document.Name.Text, [.. Totals.Select(Of)])])
    {
        Unit = Unit,
        Decimals = document.Decimals,
    };

    /// <summary>The largest of a table by one dimension.</summary>
    public Chart Across(PublicDimension dimension, string period)
    {
        var rows = Rows([dimension], period).Take(MostBars).ToList();
        return new(ChartKind.Across, dimension.Name.Text, [.. rows.Select(one => Name(dimension, one))], [new(document.Name.Text, [.. rows.Select(Of)])]) { Unit = Unit, Decimals = document.Decimals };
    }

    /// <summary>A table by country as a map; null where there is none.</summary>
    public WorldMap? Map(string period)
    {
        if (document.Dimensions.FirstOrDefault(dimension => dimension.Code is "country" or "nationality") is not { } countries) return null;
        var rows = Rows([countries], period).Where(one => one.Keys[countries.Code] != PublicDocument.Unknown).ToList();
        return new(countries.Name.Text, document.Name.Text, [.. rows.Select(one => new Place(one.Keys[countries.Code], Name(countries, one), Of(one)))])
        {
            Unit = Unit,
            Decimals = document.Decimals,
            IsNormalised = rows.Exists(one => one.Denominator is not null),
        };
    }
}
