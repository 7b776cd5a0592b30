using Kakehashi.Access.People;
using Kakehashi.Analytics.Quality;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Facts;
using Kakehashi.Platform.Quality;

namespace Kakehashi.Strategy.Quality;

/// <summary>A unit's count of one year beside what it was in the years before.</summary>
public sealed record CountBesideBand(FactFilling Filling, long? Unit, long Count, Band Band, Outlying Place);

/// <summary>What the page of the quality of data shows: the parts, never one figure for all of them.</summary>
/// <param name="Period">The fiscal year.</param>
/// <param name="Periods">Those to choose from, the latest first.</param>
/// <param name="Units">What units are called.</param>
/// <param name="Fillings">The facts of that year.</param>
/// <param name="Entries">When those were entered.</param>
/// <param name="Handed">What was handed in for it.</param>
/// <param name="Counts">What the checks have found, of that year and in all years.</param>
public sealed record QualityView(Period Period, IReadOnlyList<Period> Periods, UnitNames Units, IReadOnlyList<FactFilling> Fillings, IReadOnlyList<FactEntries> Entries, IReadOnlyList<HandedIn> Handed, IReadOnlyList<CheckCount> Counts)
{
    private const int MostPeriods = 15;

    private IReadOnlyList<FactFilling> AllYears { get; init; } = [];

    /// <summary>The year is not over: a count below its band says nothing yet.</summary>
    public bool IsUnderWay { get; private init; }

    /// <summary>Reads it for the year asked for, else the last one that is over.</summary>
    /// <returns>Refusals: those of <see cref="QualityReader.FillingsAsync"/>.</returns>
    public static async Task<Result<QualityView>> ReadAsync(Workspace workspace, Period? asked, Actor actor, CancellationToken cancel)
    {
        var fillings = await workspace.Quality.FillingsAsync(actor, FigureReader.Patience, cancel);
        if (!fillings.IsDone) return fillings.Refusal;
        var entries = await workspace.Quality.EntriesAsync(actor, FigureReader.Patience, cancel);
        if (!entries.IsDone) return entries.Refusal;
        var present = Period.Of(workspace.Today, PeriodKind.FiscalYear, workspace.University.Years);
        List<Period> periods = [.. fillings.Value.SelectMany(one => one.Rows).Select(row => row.Year).Append(present.Year - 1).Distinct().Where(year => year <= present.Year).OrderDescending().Take(MostPeriods).Select(Period.Fiscal)];
        var period = asked is { Kind: PeriodKind.FiscalYear } wanted ? wanted : present.Plus(-1);
        return new QualityView(
            period, periods, await UnitNames.ReadAsync(workspace, cancel),
            [.. fillings.Value.Select(one => one with { Rows = [.. one.Rows.Where(row => row.Year == period.Year)] }).Where(one => one.Rows.Count > 0)],
            [.. entries.Value.Select(one => one with { Rows = [.. one.Rows.Where(row => row.Year == period.Year)] }).Where(one => one.Rows.Count > 0)],
            await HandedIn.ReadAsync(workspace, period, actor, cancel), await workspace.Quality.CountsAsync(period, actor, cancel))
        { AllYears = fillings.Value, IsUnderWay = period == present };
    }

    /// <summary>As far as it is about the unit that is asked for.</summary>
    public QualityView Within(QualityQuestion asked) => !asked.IsOfOne ? this : this with
    {
        Fillings = [.. Fillings.Select(one => one with { Rows = [.. one.Rows.Where(row => asked.Keeps(row.Unit))] }).Where(one => one.Rows.Count > 0)],
        Entries = [.. Entries.Select(one => one with { Rows = [.. one.Rows.Where(row => asked.Keeps(row.Unit))] }).Where(one => one.Rows.Count > 0)],
        Handed = [.. Handed.Where(one => asked.Keeps(one.Unit))],
        Counts = [.. Counts.Where(one => asked.Keeps(one.Unit))],
        AllYears = [.. AllYears.Select(one => one with { Rows = [.. one.Rows.Where(row => asked.Keeps(row.Unit))] })],
    };

    /// <summary>The counts of the year beside those before, the strangest first; units whose former years are too few are left out.</summary>
    public IReadOnlyList<CountBesideBand> Bands =>
    [
        .. from filling in AllYears
           from same in filling.Rows.GroupBy(row => row.Unit)
           let counts = same.ToDictionary(row => row.Year, row => row.Count)
           let first = counts.Keys.Min()
           where first < Period.Year
           let band = Band.Of([.. Enumerable.Range(first, Period.Year - first).Select(year => counts.GetValueOrDefault(year))])
           where band is not null
           let count = counts.GetValueOrDefault(Period.Year)
           let place = IsUnderWay && count < band.Mean ? Outlying.No : band.Place(count)
           orderby place descending, Math.Abs(count - band.Mean) / band.Deviation descending
           select new CountBesideBand(filling, same.Key, count, band, place),
    ];
}
