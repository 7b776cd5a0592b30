using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Platform.Pages;
using Kakehashi.Strategy.Places;

namespace Kakehashi.Strategy.Scoring;

/// <summary>What is suggested.</summary>
public enum SuggestionKind
{
    /// <summary>A partner with an agreement in force and nobody who comes or goes: worth a call.</summary>
    WorthACall,

    /// <summary>A partner with whom people go one way only.</summary>
    OneSided,

    /// <summary>A country to and from which people go, without an agreement in force.</summary>
    WithoutPartner,
}

/// <summary>Something that may be worth doing, with its reason.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The partner or country.</param>
/// <param name="Href">Its page.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Records">The address of what it was found from; null where there is none.</param>
/// <param name="Size">How much it is about; the largest first.</param>
public sealed record PartnerSuggestion(SuggestionKind Kind, Text Name, string Href, Text Reason, string? Records, decimal Size)
{
    /// <summary>The two kinds that are about partners.</summary>
    public static IReadOnlyList<PartnerSuggestion> OfPartners(PartnershipList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return [.. list.Rows.SelectMany(row => OfPartner(row, list.Board)).OrderBy(one => one.Kind).ThenByDescending(one => one.Size)];
    }

    /// <summary>Countries where demand is: people who come and go, as the figures of the last three years tell, without an agreement in force.</summary>
    public static IReadOnlyList<PartnerSuggestion> OfCountries(KeyedFigures figures, Period year, SuggestionLimits limits, Areas areas)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(areas);
        var (agreements, flows) = (figures[AreaFigures.Agreements], new[] { figures[AreaFigures.In], figures[AreaFigures.Out] }.OfType<KeyedCut>().ToList());
        return [.. flows.SelectMany(cut => cut.Keys).Distinct(StringComparer.Ordinal).Where(key => (agreements?.At(key, year)?.Value ?? 0) == 0)
            .Select(key => OfCountry(areas.Country(key), flows, key, year, limits)).OfType<PartnerSuggestion>().OrderByDescending(one => one.Size)];
    }

    private static IEnumerable<PartnerSuggestion> OfPartner(PartnershipRow row, ScoreBoard board)
    {
        var limits = board.Policy.Suggestions;
        if (row.Standing.Score is not { } score) yield break;
        var (name, href) = (new Text(row.Name.In(Language.Ja), row.Name.In(Language.En)), string.Create(CultureInfo.InvariantCulture, $"partnerships/{row.Number}"));
        var agreements = board.Figures[AreaFigures.Agreements]?.At(row.Number.ToString(CultureInfo.InvariantCulture), board.Year)?.Value ?? 0;
        if (agreements > 0 && score.IdleYears is { } idle && idle >= limits.IdleYears)
        {
            yield return new(SuggestionKind.WorthACall, name, href, (
                $"有効な協定が{Shown.Number(agreements)}件ありますが、{board.Year.Label.Ja}まで{idle}年続けて往来の記録がありません。", $"{Shown.Number(agreements)} in force, and no stay for {idle} years up to {board.Year.Label.En}."),
                string.Create(CultureInfo.InvariantCulture, $"agreements?partner={row.Number}"), agreements);
        }

        if (OneSided(row, board, name, href) is { } onesided) yield return onesided;
    }

    private static PartnerSuggestion? OneSided(PartnershipRow row, ScoreBoard board, Text name, string href)
    {
        var limits = board.Policy.Suggestions;
        if (row.Standing.Score!.Parts.FirstOrDefault(part => part.Part.Measure == PartMeasure.Balance) is not { Raw.Value: { } balance } part || balance >= limits.BalanceBelow) return null;
        // the parts that the balance is made from need not be parts of the score themselves
        var means = part.Part.Indicators.Select(code => MeanOf(board.Figures[code], row.Number.ToString(CultureInfo.InvariantCulture), board.Year, part.Part.Years)).ToList();
        var (one, other) = (means[0], means[1]);
        if (Math.Max(one, other) < limits.People) return null;
        var comes = one > other;
        return new(SuggestionKind.OneSided, name, href, (
            $"{part.Part.Years}年間の年平均で、受入{Shown.Number(one, 1)}人に対し派遣{Shown.Number(other, 1)}人です。{(comes ? "派遣" : "受入")}を増やす余地があります。",
            $"On the mean of {part.Part.Years} years {Shown.Number(one, 1)} came and {Shown.Number(other, 1)} went: there is room for more who {(comes ? "go" : "come")}."),
            board.Figures[part.Part.Indicators[comes ? 0 : 1]]?.Records(row.Number.ToString(CultureInfo.InvariantCulture), board.Year), Math.Max(one, other));
    }

    private static PartnerSuggestion? OfCountry(Area? country, IReadOnlyList<KeyedCut> flows, string key, Period year, SuggestionLimits limits)
    {
        if (country is null) return null;
        const int years = 3;
        var people = flows.Sum(cut => MeanOf(cut, key, year, years));
        return people < limits.Demand ? null : new(SuggestionKind.WithoutPartner, country.Name, country.Page, (
            $"有効な協定がありませんが、{years}年間の年平均で{Shown.Number(people, 1)}人の往来があります。", $"No agreement is in force, and {Shown.Number(people, 1)} people a year come and go on the mean of {years} years."),
            flows.Select(cut => cut.Records(key, year)).FirstOrDefault(records => records is not null), people);
    }

    /// <summary>The mean of the years that are told; what is withheld is left out.</summary>
    private static decimal MeanOf(KeyedCut? cut, string key, Period year, int years)
    {
        var told = Enumerable.Range(0, years).Select(back => cut?.Reading(key, year.Plus(-back)).Value).OfType<decimal>().ToList();
        return told.Count == 0 ? 0 : told.Sum() / told.Count;
    }
}
