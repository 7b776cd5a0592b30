using Kakehashi.Education.Mobility;
using Kakehashi.Kernel;
using Kakehashi.Platform.Pages.Figures;

namespace Kakehashi.Education.Balance;

/// <summary>Student-semesters that came and went, year by year, with the places that were agreed.</summary>
internal static class BalanceChart
{
    public static Text Semesters { get; } = ("学期", " semesters");

    public static Chart Of(IReadOnlyList<BalanceYear> years, Period present, Text yearTitle) => new(
        ChartKind.Bar, yearTitle, [.. years.Select(year => year.Period.Label)],
        [
            new(MobilityWords.Of(MobilityDirection.In), [.. years.Select(year => Reading(year.In))]),
            new(MobilityWords.Of(MobilityDirection.Out), [.. years.Select(year => Reading(year.Out))]),
        ])
    {
        Unit = Semesters,
        Growing = [.. years.Index().Where(year => year.Item.Period >= present).Select(year => year.Index)],
        References = [.. References(years)],
    };

    public static Reading Reading(Flow flow) => flow.IsHidden ? Platform.Pages.Figures.Reading.Suppressed : flow.Semesters;

    private static IEnumerable<Series> References(IReadOnlyList<BalanceYear> years)
    {
        if (years.Any(year => year.PlacesIn is not null)) yield return new(("受入枠", "Incoming places"), [.. years.Select(year => Places(year.PlacesIn))]);
        if (years.Any(year => year.PlacesOut is not null)) yield return new(("派遣枠", "Outgoing places"), [.. years.Select(year => Places(year.PlacesOut))]);
    }

    private static Reading Places(int? places) => places is { } stated ? stated : Platform.Pages.Figures.Reading.Blank;
}
