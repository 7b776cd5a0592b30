using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Facts;
using Kakehashi.Platform.Store;
using Microsoft.EntityFrameworkCore;
using CoverageOfUnit = Kakehashi.Strategy.Reporting.Coverage;

namespace Kakehashi.Strategy.Quality;

/// <summary>What is known of whether a unit has handed in one kind of data.</summary>
public enum HandedInState
{
    /// <summary>Nobody has said whether the unit hands it in, although others beside it are asked for it.</summary>
    NotStated,

    NotSubmitted,

    Submitted,
}

/// <summary>Whether one unit has handed in one kind of data for a period, and how long after its end.</summary>
/// <param name="Number">The record that says so; null where none does.</param>
/// <param name="Fact">The kind of data.</param>
/// <param name="Unit">The unit; null for the university as a whole.</param>
/// <param name="State">Whether it has.</param>
/// <param name="SubmittedOn">When, where that is known.</param>
/// <param name="DaysAfter">Days from the end of the period; less than 0 before it.</param>
public sealed record HandedIn(long? Number, string Fact, long? Unit, HandedInState State, DateOnly? SubmittedOn, int? DaysAfter)
{
    /// <summary>What was asked for a period, as far as an actor sees it; what is missing comes first, then what came latest.</summary>
    public static async Task<IReadOnlyList<HandedIn>> ReadAsync(Workspace workspace, Period period, Actor actor, CancellationToken cancel)
    {
        var name = period.ToString();
        var end = period.To(workspace.University.Years);
        await using var context = workspace.Database.Read();
        // of all units: what the others say tells what is left unsaid
        var rows = await context.Set<CoverageOfUnit>().Where(one => !one.IsWithdrawn && one.Period == name).ToListAsync(cancel);
        var type = workspace.Types[typeof(CoverageOfUnit)];
        return [.. rows.Where(one => actor.Sees(type, one)).Select(one => Of(one, end)).Concat(await UnstatedAsync(workspace, rows, actor, cancel))
            .OrderBy(one => one.State).ThenByDescending(one => one.DaysAfter).ThenBy(one => one.Fact, StringComparer.Ordinal).ThenBy(one => one.Unit)];
    }

    /// <summary>The latest fiscal year of which anybody has said something; null where nobody has.</summary>
    internal static async Task<Period?> LatestAsync(RecordsContext context, CancellationToken cancel) =>
        Period.Read(await context.Set<CoverageOfUnit>().Where(one => !one.IsWithdrawn && one.Period.StartsWith("FY")).MaxAsync(one => (string?)one.Period, cancel) ?? "");

    private static HandedIn Of(CoverageOfUnit one, DateOnly end) => new(
        one.Number, one.Fact, one.Unit?.Value, one.Submitted ? HandedInState.Submitted : HandedInState.NotSubmitted, one.SubmittedOn,
        one is { Submitted: true, SubmittedOn: { } on } ? on.DayNumber - end.DayNumber : null);

    private static async Task<IEnumerable<HandedIn>> UnstatedAsync(Workspace workspace, List<CoverageOfUnit> rows, Actor actor, CancellationToken cancel)
    {
        var units = await new Dimensions(workspace).UnitsAsync(cancel);
        return from fact in rows.GroupBy(row => row.Fact, row => row.Unit?.Value)
               from unit in Unstated.Of([.. fact], units)
               where actor.Units is not { } seen || seen.Contains(unit)
               select new HandedIn(null, fact.Key, unit, HandedInState.NotStated, null, null);
    }
}
