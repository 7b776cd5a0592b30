using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Strategy.Assessments;
using Kakehashi.Strategy.Plans;
using Kakehashi.Strategy.Targets;
using Kakehashi.Strategy.Tree;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Strategy.Versions;

/// <summary>Records that would be nowhere to be seen without an action.</summary>
/// <param name="Action">The code of the action.</param>
/// <param name="Type">What the records are called.</param>
/// <param name="Count">How many there are.</param>
public sealed record HangingOnAction(string Action, Text Type, int Count)
{
    /// <summary>What hangs on the actions that a new strategy no longer has.</summary>
    public static async Task<IReadOnlyList<HangingOnAction>> FindAsync(Workspace workspace, StrategyTree before, StrategyTree after, CancellationToken cancel)
    {
        var removed = before.Actions.Where(action => after.Action(action.Code) is null).ToList();
        if (removed.Count == 0) return [];
        var codes = removed.Select(action => action.Code).ToArray();
        var watched = removed.SelectMany(action => action.Indicators).Where(code => after.WatchedBy(code).Count == 0).Distinct().ToArray();
        await using var context = workspace.Database.Read();
        (Type Type, IQueryable<string> Codes)[] all =
        [
            (typeof(ActionMilestone), context.Set<ActionMilestone>().Where(one => !one.IsWithdrawn && codes.Contains(one.Action)).Select(one => one.Action)),
            (typeof(ActionEvidence), context.Set<ActionEvidence>().Where(one => !one.IsWithdrawn && codes.Contains(one.Action)).Select(one => one.Action)),
            (typeof(SelfAssessment), context.Set<SelfAssessment>().Where(one => !one.IsWithdrawn && codes.Contains(one.Action)).Select(one => one.Action)),
            (typeof(Target), context.Set<Target>().Where(one => !one.IsWithdrawn && watched.Contains(one.Indicator)).Select(one => one.Indicator)),
        ];
        var found = new List<HangingOnAction>();
        foreach (var (entity, of) in all)
        {
            var counts = (await of.ToListAsync(cancel)).CountBy(code => entity == typeof(Target) ? removed.Find(action => action.Indicators.Contains(code))!.Code : code);
            found.AddRange(counts.Select(one => new HangingOnAction(one.Key, workspace.Types[entity].Many, one.Value)));
        }

        return [.. found.OrderBy(one => Array.IndexOf(codes, one.Action))];
    }

    /// <summary>What hangs on them, by action.</summary>
    public static Text Named(IReadOnlyList<HangingOnAction> hanging) => (
        string.Join("／", hanging.GroupBy(one => one.Action).Select(of => $"{of.Key}：{string.Join("、", of.Select(one => $"{one.Type.Ja}{one.Count}件"))}")),
        string.Join("; ", hanging.GroupBy(one => one.Action).Select(of => $"{of.Key}: {string.Join(", ", of.Select(one => $"{one.Type.En} ({one.Count})"))}")));
}
