using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Microsoft.EntityFrameworkCore;
using CoverageOfUnit = Kakehashi.Strategy.Reporting.Coverage;

namespace Kakehashi.Strategy.Quality;

/// <summary>Whether one unit has handed in one kind of data for a period, and how long after its end.</summary>
/// <param name="Number">The record that says so.</param>
/// <param name="Fact">The kind of data.</param>
/// <param name="Unit">The unit; null for the university as a whole.</param>
/// <param name="IsSubmitted">It has.</param>
/// <param name="SubmittedOn">When, where that is known.</param>
/// <param name="DaysAfter">Days from the end of the period; less than 0 before it.</param>
public sealed record HandedIn(long Number, string Fact, long? Unit, bool IsSubmitted, DateOnly? SubmittedOn, int? DaysAfter)
{
    /// <summary>What was asked for a period, as far as an actor sees it; what is missing comes first, then what came latest.</summary>
    public static async Task<IReadOnlyList<HandedIn>> ReadAsync(Workspace workspace, Period period, Actor actor, CancellationToken cancel)
    {
        var name = period.ToString();
        var end = period.To(workspace.University.Years);
        await using var context = workspace.Database.Read();
        var rows = await context.Set<CoverageOfUnit>().Where(one => !one.IsWithdrawn && one.Period == name)
            .SeenBy(workspace.Types[typeof(CoverageOfUnit)], actor).ToListAsync(cancel);
        return [.. rows.Select(one => new HandedIn(one.Number, one.Fact, one.Unit?.Value, one.Submitted, one.SubmittedOn, one is { Submitted: true, SubmittedOn: { } on } ? on.DayNumber - end.DayNumber : null))
            .OrderBy(one => one.IsSubmitted).ThenByDescending(one => one.DaysAfter).ThenBy(one => one.Fact, StringComparer.Ordinal).ThenBy(one => one.Unit)];
    }
}
