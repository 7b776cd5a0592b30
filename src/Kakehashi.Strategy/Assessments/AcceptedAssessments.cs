using Kakehashi.Access.People;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Strategy.Assessments.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Strategy.Assessments;

/// <summary>An accepted assessment of a unit, as the page of its action shows it.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Round">The round.</param>
/// <param name="Unit">What the unit is called.</param>
/// <param name="Rating">Its own rating.</param>
/// <param name="Done">What was done.</param>
public sealed record AssessmentOfUnit(AssessmentPlace Place, AssessmentRound Round, Text Unit, SelfRating? Rating, Bilingual Done);

/// <summary>What units have said that the office has taken.</summary>
public static class AcceptedAssessments
{
    /// <summary>The latest of each unit about an action, in the order of the units.</summary>
    public static async Task<IReadOnlyList<AssessmentOfUnit>> OfActionAsync(Workspace workspace, string action, Actor actor, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        var all = await context.Set<SelfAssessment>().SeenBy(workspace.Types[typeof(SelfAssessment)], actor)
            .Where(one => one.Action == action && one.State == AssessmentState.Accepted).ToListAsync(cancel);
        if (all.Count == 0) return [];
        var rounds = (await context.Set<AssessmentRound>().ToListAsync(cancel)).ToDictionary(round => round.Number);
        var names = await UnitNames.ReadAsync(workspace, cancel);
        return [.. all.GroupBy(one => one.Unit!.Value.Value).Select(same => same.MaxBy(one => (rounds[one.Round.Value].OpensOn, one.Round.Value))!)
            .OrderBy(one => names.CodeOf(one.Unit!.Value.Value), StringComparer.Ordinal)
            .Select(one => new AssessmentOfUnit(new(one.Round.Value, one.Unit!.Value.Value, action), rounds[one.Round.Value], names.Of(one.Unit.Value.Value), one.Rating, one.Done))];
    }

    /// <summary>The latest of some units about each action, in the order of the actions.</summary>
    public static async Task<IReadOnlyList<AssessmentOfUnit>> OfUnitsAsync(Workspace workspace, IReadOnlyCollection<long> units, Actor actor, CancellationToken cancel)
    {
        Id<Access.OrgUnits.OrgUnit>?[] within = [.. units.Select(unit => new Id<Access.OrgUnits.OrgUnit>(unit))];
        await using var context = workspace.Database.Read();
        var all = await context.Set<SelfAssessment>().SeenBy(workspace.Types[typeof(SelfAssessment)], actor)
            .Where(one => within.Contains(one.Unit) && one.State == AssessmentState.Accepted).ToListAsync(cancel);
        if (all.Count == 0) return [];
        var rounds = (await context.Set<AssessmentRound>().ToListAsync(cancel)).ToDictionary(round => round.Number);
        var names = await UnitNames.ReadAsync(workspace, cancel);
        return [.. all.GroupBy(one => (one.Action, Unit: one.Unit!.Value.Value)).Select(same => same.MaxBy(one => (rounds[one.Round.Value].OpensOn, one.Round.Value))!)
            .OrderBy(one => one.Action, StringComparer.Ordinal).ThenBy(one => names.CodeOf(one.Unit!.Value.Value), StringComparer.Ordinal)
            .Select(one => new AssessmentOfUnit(new(one.Round.Value, one.Unit!.Value.Value, one.Action), rounds[one.Round.Value], names.Of(one.Unit.Value.Value), one.Rating, one.Done))];
    }

    /// <summary>What a unit said last of an action in an earlier round; null where it said nothing that was handed in.</summary>
    public static async Task<(AssessmentRound Round, SelfAssessment Assessment)?> BeforeAsync(Workspace workspace, AssessmentRound round, AssessmentPlace place, Actor actor, CancellationToken cancel)
    {
        var (unit, action) = (new Id<Access.OrgUnits.OrgUnit>(place.Unit), place.Action);
        await using var context = workspace.Database.Read();
        var all = await context.Set<SelfAssessment>().SeenBy(workspace.Types[typeof(SelfAssessment)], actor)
            .Where(one => one.Action == action && one.Unit == unit && one.Round != round.Id && one.State != AssessmentState.Drafted).ToListAsync(cancel);
        var rounds = (await context.Set<AssessmentRound>().ToListAsync(cancel)).ToDictionary(one => one.Number);
        return all.Select(one => (Round: rounds[one.Round.Value], Assessment: one)).Where(one => one.Round.Deadline < round.Deadline)
            .OrderByDescending(one => one.Round.Deadline).Select(one => ((AssessmentRound, SelfAssessment)?)one).FirstOrDefault();
    }
}
