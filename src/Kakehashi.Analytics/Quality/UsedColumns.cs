using Kakehashi.Analytics.Facts;
using Kakehashi.Analytics.Filters;
using Kakehashi.Analytics.Indicators;

namespace Kakehashi.Analytics.Quality;

/// <summary>The columns of facts that indicators filter, sum, spread or break down by: those whose missing values a figure feels.</summary>
public static class UsedColumns
{
    /// <summary>The columns of a fact that any of the indicators uses, in the order of the fact.</summary>
    public static IReadOnlyList<FactColumn> Of(FactSchema fact, IEnumerable<Indicator> indicators)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var indicator in indicators)
            foreach (var measure in new[] { indicator.Numerator, indicator.Denominator }.OfType<Measure>().Where(measure => measure.Fact == fact))
                used.UnionWith([.. indicator.Dimensions, .. In(measure.Where), .. new[] { measure.Column?.Name, indicator.Spread?.Across.Name }.OfType<string>()]);
        return [.. fact.Columns.Where(column => used.Contains(column.Name))];
    }

    private static IEnumerable<string> In(Filter? filter) => filter switch
    {
        Comparison one => [one.Column.Name],
        Membership one => [one.Column.Name],
        Both both => In(both.Left).Concat(In(both.Right)),
        Either either => In(either.Left).Concat(In(either.Right)),
        Negation not => In(not.Inner),
        // whoever asks for what has no value can do without it
        _ => [],
    };
}
