using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Strategy.Assessments.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Strategy.Assessments;

/// <summary>Which self-assessment is meant.</summary>
/// <param name="Round">The number of the round.</param>
/// <param name="Unit">The number of the unit.</param>
/// <param name="Action">The code of the action.</param>
public readonly record struct AssessmentPlace(long Round, long Unit, string Action)
{
    /// <summary>The address of its page.</summary>
    public string Page => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"assessments/{Round}/{Unit}/{Action}");

    /// <summary>An assessment of which nothing has been written.</summary>
    public SelfAssessment Empty => new() { Round = new(Round), Unit = new(Unit), Action = Action };
}

/// <summary>How every operation writes a self-assessment: one transaction, the version that was seen, the right that the step takes.</summary>
internal static class WritingAssessment
{
    /// <exception cref="NotAllowedException">The actor may not do this for this unit.</exception>
    public static async Task<Result<SelfAssessment>> WriteAsync(
        Workspace workspace, AssessmentPlace place, AssessmentStep step, int version, Actor actor, Func<AssessmentRound, SelfAssessment?, Result<SelfAssessment>> decide, CancellationToken cancel)
    {
        var type = workspace.Types[typeof(SelfAssessment)];
        var right = AssessmentSteps.RightOf(step);
        if (!May(workspace, actor, place, right)) throw new NotAllowedException(actor, right);
        using var session = workspace.Begin(ChangeOrigin.Operation(actor));
        // a round that is just being closed is closed for this assessment too
        session.Hold(workspace.Types[typeof(AssessmentRound)], place.Round);
        var context = session.Read();
        if (await context.FindAsync(workspace.Types[typeof(AssessmentRound)], place.Round, actor, cancel) is not AssessmentRound round) return RoundRefusals.Unknown;
        if (!round.Asks(place.Action, place.Unit)) return AssessmentRefusals.NotAsked;
        var before = await AtAsync(context, place, cancel);
        // a round that has ended says so, whatever else has changed
        if (round.State == RoundState.Open && (before?.Version ?? 0) != version) return AssessmentRefusals.ChangedMeanwhile;
        var decided = decide(round, before);
        if (!decided.IsDone) return decided.Refusal;
        try
        {
            if (before is null) session.Create(type, decided.Value);
            else session.Update(type, before, decided.Value);
            session.Commit();
            return decided.Value;
        }
        catch (Exception fault) when (fault is DuplicateKeyException or ConflictException)
        {
            return AssessmentRefusals.ChangedMeanwhile;
        }
    }

    /// <summary>Whether an actor has a right for an assessment: to write for the unit, or as the office of the whole university.</summary>
    public static bool May(Workspace workspace, Actor actor, AssessmentPlace place, Right right) =>
        right == Right.Steer ? actor.MayEverywhere(right) : actor.Reaches(right, workspace.Types[typeof(SelfAssessment)], place.Empty);

    /// <summary>The assessment of a place; null where nothing has been written.</summary>
    public static Task<SelfAssessment?> AtAsync(RecordsContext context, AssessmentPlace place, CancellationToken cancel)
    {
        var (round, unit, action) = (new Id<AssessmentRound>(place.Round), new Id<Access.OrgUnits.OrgUnit>(place.Unit), place.Action);
        return context.Set<SelfAssessment>().FirstOrDefaultAsync(one => one.Round == round && one.Unit == unit && one.Action == action, cancel);
    }
}
