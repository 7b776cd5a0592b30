using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;

namespace Kakehashi.Strategy.Assessments.Rounds;

/// <summary>Operation: writes what a round asks, of whom and by when, or changes that before it opens.</summary>
public static class PrepareRound
{
    /// <summary>Prepares a round.</summary>
    /// <param name="workspace">The database.</param>
    /// <param name="round">The number of the round; null for a new one.</param>
    /// <param name="version">The version that was changed; 0 for a new one.</param>
    /// <param name="plan">What it asks, without problems.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>Refusals: those of <see cref="RoundSteps"/>, <c>round.unknown</c>, <c>round.same-name</c>, <c>round.changed-meanwhile</c>.</returns>
    public static Task<Result<AssessmentRound>> PrepareAsync(this Workspace workspace, long? round, int version, RoundPlan plan, Actor actor, CancellationToken cancel) =>
        WritingRound.WriteAsync(workspace, round, version, actor, before => Decide(before, plan), cancel);

    /// <summary>The round as it is to be.</summary>
    public static Result<AssessmentRound> Decide(AssessmentRound? before, RoundPlan plan)
    {
        var step = RoundSteps.Take(before?.State, RoundStep.Prepare);
        if (!step.IsDone) return step.Refusal;
        var after = before?.Copy() ?? new();
        (after.Name, after.Period, after.Guidance, after.OpensOn, after.Deadline) = (plan.Name, plan.Period, plan.Guidance, plan.OpensOn, plan.Deadline);
        after.State = step.Value.To;
        after.Actions = [.. plan.Actions.Select(code => new RoundAction { Code = code })];
        after.Units = [.. plan.Units.Select(unit => new RoundUnit { Unit = new(unit) })];
        after.Questions = [.. plan.Questions.Where(question => !question.Text.IsEmpty).Select((question, i) => new RoundQuestion { Number = i + 1, Action = question.Action, Text = question.Text })];
        return after;
    }
}

/// <summary>How every operation writes a round: one transaction, the version that was seen, the right that it takes.</summary>
internal static class WritingRound
{
    /// <exception cref="NotAllowedException">The actor may not.</exception>
    public static async Task<Result<AssessmentRound>> WriteAsync(
        Workspace workspace, long? number, int? version, Actor actor, Func<AssessmentRound?, Result<AssessmentRound>> decide, CancellationToken cancel)
    {
        Demand(actor);
        var type = workspace.Types[typeof(AssessmentRound)];
        using var session = workspace.Begin(ChangeOrigin.Operation(actor));
        AssessmentRound? before = null;
        if (number is { } known && (before = await FindAsync(session, type, known, actor, cancel)) is null) return RoundRefusals.Unknown;
        var decided = decide(before);
        if (!decided.IsDone) return decided.Refusal;
        if (before is not null && version is { } seen && before.Version != seen) return RoundRefusals.ChangedMeanwhile;
        try
        {
            if (before is null) session.Create(type, decided.Value);
            else session.Update(type, before, decided.Value);
            session.Commit();
            return decided.Value;
        }
        catch (DuplicateKeyException)
        {
            return RoundRefusals.SameName;
        }
        catch (ConflictException)
        {
            return RoundRefusals.ChangedMeanwhile;
        }
    }

    /// <summary>Takes a round away; its history stays.</summary>
    /// <exception cref="NotAllowedException">The actor may not.</exception>
    public static async Task<Result<AssessmentRound>> WithdrawAsync(Workspace workspace, long number, Actor actor, Func<AssessmentRound, Result<RoundTransition>> decide, CancellationToken cancel)
    {
        Demand(actor);
        var type = workspace.Types[typeof(AssessmentRound)];
        using var session = workspace.Begin(ChangeOrigin.Operation(actor));
        if (await FindAsync(session, type, number, actor, cancel) is not { } before) return RoundRefusals.Unknown;
        var decided = decide(before);
        if (!decided.IsDone) return decided.Refusal;
        try
        {
            session.Withdraw(type, before);
            session.Commit();
            return before;
        }
        catch (ConflictException)
        {
            return RoundRefusals.ChangedMeanwhile;
        }
    }

    /// <exception cref="NotAllowedException">The actor may not.</exception>
    public static void Demand(Actor actor)
    {
        if (!actor.MayEverywhere(Right.Steer)) throw new NotAllowedException(actor, Right.Steer);
    }

    private static async Task<AssessmentRound?> FindAsync(ChangeSession session, Records.RecordType type, long number, Actor actor, CancellationToken cancel) =>
        await session.Read().FindAsync(type, number, actor, cancel) is AssessmentRound { IsWithdrawn: false } found ? found : null;
}
