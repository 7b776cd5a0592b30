using Kakehashi.Analytics.Facts;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;

namespace Kakehashi.Analytics.Evaluation;

/// <summary>Whether a query can be answered at all.</summary>
internal static class FigureChecks
{
    internal static Refusal? Refuse(FigureQuery query, IndicatorCatalogue catalogue, YearStarts years)
    {
        var versions = catalogue.Versions(query.Code);
        if (query.Version is { } wanted) versions = [.. versions.Where(version => version.Version == wanted)];
        if (versions.Count == 0)
            return new("indicator.unknown", ($"指標{query.Code}(またはその版)はありません。", $"There is no indicator {query.Code}, or not this version of it."));
        foreach (var version in query.Periods.Select(period => Definition(query, catalogue, period, years)).Distinct())
        {
            if (query.Periods.Any(period => period.Kind != version.PeriodKind))
                return new("indicator.period", ($"{query.Code}の期間の種類は{CodeNames.Of(version.PeriodKind)}です。", $"{query.Code} has figures by {CodeNames.Of(version.PeriodKind)} only."));
            var wants = query.Units is null ? query.Breakdown : [FixedColumns.Unit.Name, .. query.Breakdown];
            if (wants.Except(version.Dimensions).FirstOrDefault() is { } missing)
                return new("indicator.dimension", ($"{query.Code}は「{missing}」で分けられません。", $"{query.Code} cannot be broken down by \"{missing}\"."));
        }

        return null;
    }

    internal static Indicator Definition(FigureQuery query, IndicatorCatalogue catalogue, Period period, YearStarts years) =>
        query.Version is { } version
            ? catalogue.Versions(query.Code).First(definition => definition.Version == version)
            : catalogue.At(query.Code, period, years)!;
}
