using System.Globalization;
using Kakehashi.Analytics.Evaluation;
using Kakehashi.Kernel;
using Kakehashi.Strategy.Places;

namespace Kakehashi.Strategy.Scoring;

/// <summary>
/// Makes the values of parts from the figures of indicators as everybody may see them: a score cannot tell more than they
/// do. Years of which a figure is withheld count with the mean of those that are told and more than nothing; where there
/// is none, with half of what is too few to be shown.
/// </summary>
public sealed class PartReading(PartnershipPolicy policy, KeyedFigures figures)
{
    private const decimal Half = 0.5m;

    /// <summary>The partners of whom any figure tells something.</summary>
    public IReadOnlyList<long> Partners { get; } =
    [
        .. policy.Indicators.Select(code => figures[code]).OfType<KeyedCut>()
            .SelectMany(cut => cut.Keys.Where(key => cut.Of(key).Any(IsSomething))).Distinct(StringComparer.Ordinal)
            .Select(key => long.Parse(key, CultureInfo.InvariantCulture)).Order(),
    ];

    /// <summary>What is known of all of them up to a year.</summary>
    public IReadOnlyList<PartnerValues> Values(Period year) => [.. Partners.Select(partner => ValuesOf(partner, year))];

    private PartnerValues ValuesOf(long partner, Period year)
    {
        var key = partner.ToString(CultureInfo.InvariantCulture);
        return new(partner, [.. policy.Parts.Select(part => ValueOf(part, key, year))]) { IdleYears = Idle(key, year) };
    }

    private PartValue ValueOf(ScorePart part, string key, Period year) => part.Measure switch
    {
        PartMeasure.Sum => Joined(Means(part, key, year), means => means.Sum()),
        PartMeasure.Most => Joined(Means(part, key, year), means => means.Max()),
        PartMeasure.Balance => Balance(Means(part, key, year)),
        PartMeasure.ActiveYears => ActiveYears(part, key, year),
        _ => PartValue.NotMeasured,
    };

    private List<PartValue> Means(ScorePart part, string key, Period year) => [.. part.Indicators.Select(code => Mean(code, key, year, part.Years))];

    /// <summary>The yearly mean of one indicator.</summary>
    private PartValue Mean(string code, string key, Period year, int years)
    {
        if (figures[code] is not { } cut) return PartValue.NotMeasured;
        var readings = Enumerable.Range(0, years).Select(back => cut.Reading(key, year.Plus(-back))).ToList();
        var told = readings.Select(one => one.Value).OfType<decimal>().ToList();
        var withheld = readings.Count(one => one.Value is null && one.Nothing == Nothing.Suppressed);
        if (told.Count + withheld == 0) return PartValue.NotMeasured;
        if (withheld == 0) return new(told.Sum() / told.Count);
        var something = told.Where(value => value > 0).ToList();
        var each = something.Count > 0 ? something.Sum() / something.Count : Half * cut.Indicator.SuppressBelow;
        return new((told.Sum() + (withheld * each)) / (told.Count + withheld), something.Count > 0 ? PartGap.Partly : PartGap.Withheld);
    }

    private static PartValue Joined(List<PartValue> means, Func<IEnumerable<decimal>, decimal> join)
    {
        List<PartValue> measured = [.. means.Where(one => one.Value is not null)];
        return measured.Count == 0 ? PartValue.NotMeasured : new(join(measured.Select(one => one.Value!.Value)), GapOf(measured));
    }

    /// <summary>Where nobody went either way there is nothing to balance.</summary>
    private static PartValue Balance(List<PartValue> means)
    {
        // two figures that are both withheld would look as balanced as can be
        if (means.Exists(one => one.Value is null || one.Gap == PartGap.Withheld) || means.TrueForAll(one => one.Value == 0)) return PartValue.NotMeasured;
        var (one, other) = (means[0].Value!.Value, means[1].Value!.Value);
        return new(100 * Math.Min(one, other) / Math.Max(one, other), GapOf(means));
    }

    private PartValue ActiveYears(ScorePart part, string key, Period year)
    {
        List<KeyedCut> cuts = [.. part.Indicators.Select(code => figures[code]).OfType<KeyedCut>()];
        var years = Enumerable.Range(0, part.Years).Select(back => year.Plus(-back)).ToList();
        return cuts.Count == 0 || !years.Exists(one => cuts.Exists(cut => IsTold(cut.Reading(key, one)))) ? PartValue.NotMeasured
            : new(years.Count(one => cuts.Exists(cut => cut.At(key, one) is { } figure && IsSomething(figure))));
    }

    private int? Idle(string key, Period year)
    {
        List<KeyedCut> cuts = [.. policy.Parts.Where(part => part.Measure == PartMeasure.ActiveYears).SelectMany(part => part.Indicators).Distinct().Select(code => figures[code]).OfType<KeyedCut>()];
        if (cuts.Count == 0) return null;
        var known = cuts.SelectMany(cut => cut.Periods).Where(period => period <= year).Distinct().OrderDescending().ToList();
        return known.TakeWhile(period => !cuts.Exists(cut => cut.At(key, period) is { } figure && IsSomething(figure))).Count();
    }

    private static PartGap GapOf(List<PartValue> parts) =>
        parts.TrueForAll(one => one.Gap == PartGap.Withheld) ? PartGap.Withheld : parts.Exists(one => one.Gap != PartGap.None) ? PartGap.Partly : PartGap.None;

    private static bool IsTold(Platform.Pages.Figures.Reading reading) => reading.Value is not null || reading.Nothing == Nothing.Suppressed;

    private static bool IsSomething(Figure figure) => figure.Value is > 0 || figure.Nothing == Nothing.Suppressed;
}
