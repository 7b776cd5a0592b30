using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Facts;
using Kakehashi.Platform.Store;
using Kakehashi.Strategy.Assessments;
using Kakehashi.Strategy.Assessments.Rounds;
using Kakehashi.Strategy.Board;
using Kakehashi.Strategy.Plans;
using Kakehashi.Strategy.Tree;
using Microsoft.EntityFrameworkCore;
using CoverageOfUnit = Kakehashi.Strategy.Reporting.Coverage;

namespace Kakehashi.Strategy.Waiting;

/// <summary>What waits for somebody, by what that person may do: a bounded question for each.</summary>
public sealed class WaitingFor(Workspace workspace, Actor actor, CancellationToken cancel)
{
    private const int DaysBefore = 14;

    private readonly List<WaitingItem> items = [];

    /// <summary>Whoever keeps the data of some units; those who keep all of them have it in lists.</summary>
    private Actor Mine => actor.As(Right.Write);

    /// <summary>All of it, what is urgent first.</summary>
    public async Task<IReadOnlyList<WaitingItem>> ReadAsync(StrategyTree? tree)
    {
        await AssessmentsAsync();
        await using (var context = workspace.Database.Read())
        {
            if (actor.May(Right.Write)) await OfMyUnitsAsync(context);
            if (actor.May(Right.Write) || actor.May(Right.Steer)) await MilestonesAsync(context);
            await ImportsAsync(context);
        }

        if (actor.May(Right.Write)) Add("list-check", ("担当部局のデータで確かめる記録", "Records of your units to be looked at"), await workspace.Quality.ToMendAsync(Mine, cancel), "quality");
        if (tree is not null && Leads) await DecisionsAsync(tree);
        return [.. items.OrderByDescending(item => item.IsUrgent)];
    }

    /// <summary>Whoever steers, or sees the whole university and enters nothing.</summary>
    private bool Leads => actor.MayEverywhere(Right.Steer) || (actor.MayEverywhere(Right.See) && !actor.May(Right.Write));

    private async Task AssessmentsAsync()
    {
        var open = (await RoundProgress.RoundsAsync(workspace, cancel)).Where(round => round.State == RoundState.Open).ToList();
        if (open.Count == 0) return;
        if (actor.May(Right.Write) && !actor.MayEverywhere(Right.Write))
        {
            var left = await AssessmentsToWrite.ReadAsync(workspace, open, actor, cancel);
            Assessments(left.Where(one => one.State == AssessmentState.AskedBack), ("差し戻された自己点検・評価", "Self-assessments asked back"), isBack: true);
            Assessments(left.Where(one => one.State != AssessmentState.AskedBack), ("提出する自己点検・評価", "Self-assessments to write"), isBack: false);
        }

        if (!actor.MayEverywhere(Right.Steer)) return;
        foreach (var round in open)
        {
            var progress = await RoundProgress.ReadAsync(workspace, round, actor, cancel);
            Add("clipboard-check", ("確認する自己点検・評価", "Self-assessments to accept"), progress.Count(AssessmentState.Submitted), Page(round));
            if (round.Deadline <= workspace.Today.AddDays(DaysBefore))
                Add("clock", ("締切が近い、または過ぎた未提出の自己点検・評価", "Self-assessments not submitted, with the deadline near or past"), progress.Expected - progress.HandedIn, Page(round), round.Deadline);
        }
    }

    private void Assessments(IEnumerable<AssessmentToWrite> left, Text what, bool isBack)
    {
        foreach (var same in left.GroupBy(one => one.Round.Number))
            Add("clipboard-check", what, same.Count(), Page(same.First().Round), same.First().Round.Deadline, isBack);
    }

    private async Task OfMyUnitsAsync(RecordsContext context)
    {
        var missing = await context.Set<CoverageOfUnit>().Where(one => !one.IsWithdrawn && !one.Submitted)
            .SeenBy(workspace.Types[typeof(CoverageOfUnit)], Mine).CountAsync(cancel);
        Add("list-check", ("担当部局の未提出データ", "Data your units have not submitted"), missing, "coverage?submitted=false");
    }

    /// <summary>For whoever keeps the units' data, and for whoever writes milestones: those who steer.</summary>
    private async Task MilestonesAsync(RecordsContext context)
    {
        var today = workspace.Today;
        var steers = actor.As(Right.Steer);
        var units = await context.Set<ActionMilestone>().Where(one => !one.IsWithdrawn && one.DueOn < today && (one.State == MilestoneState.NotStarted || one.State == MilestoneState.UnderWay))
            .Select(one => one.Unit).ToListAsync(cancel);
        Add("calendar", ("期日を過ぎた施策の工程", "Milestones past their day"), units.Count(unit => (actor.May(Right.Write) && Mine.Sees(unit)) || (actor.May(Right.Steer) && steers.Sees(unit))), $"action-milestones?due_on.to={today.AddDays(-1):yyyy-MM-dd}&state=not_started&state=under_way", isUrgent: true);
    }

    private async Task ImportsAsync(RecordsContext context)
    {
        var name = actor.Name;
        var checkedOnes = await context.ImportBatches.CountAsync(batch => batch.Actor == name && batch.State == ImportState.Checked, cancel);
        Add("file-import", ("確定していない取込", "Imports to be confirmed"), checkedOnes, "imports");
    }

    private async Task DecisionsAsync(StrategyTree tree)
    {
        if (workspace.IndicatorReading.Catalogue is not { } catalogue) return;
        var board = await BoardReading.ReadAsync(workspace, tree, catalogue, actor, FigureReader.Patience, cancel);
        if (board.IsDone) Add("route", ("判断が必要な施策（遅れ・悪化）", "Actions that need a decision: behind, or worse than before"), board.Value.Decisions.Count, "board", isUrgent: true);
    }

    private void Add(string icon, Text what, int count, string href, DateOnly? due = null, bool isUrgent = false)
    {
        if (count > 0) items.Add(new(icon, what, count, href) { Due = due, IsUrgent = isUrgent || due < workspace.Today });
    }

    private static string Page(AssessmentRound round) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"assessments/{round.Number}");
}
