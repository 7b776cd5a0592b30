using Kakehashi.Kernel;
using Kakehashi.Platform;

namespace Kakehashi.Strategy.Assessments.Rounds;

/// <summary>Operation: the office reminds the units that still owe something. The letters follow from what it writes into the round.</summary>
public static class RemindUnits
{
    /// <summary>Reminds the units.</summary>
    /// <returns>Refusals: those of <see cref="RoundSteps"/>, <c>round.unknown</c>, <c>round.reminded-today</c>, <c>round.nothing-owed</c>, <c>round.changed-meanwhile</c>.</returns>
    public static async Task<Result<AssessmentRound>> RemindAsync(this Workspace workspace, long round, Actor actor, CancellationToken cancel)
    {
        WritingRound.Demand(actor);
        if (await RoundProgress.RoundAsync(workspace, round, actor, cancel) is not { } known) return RoundRefusals.Unknown;
        var owing = (await RoundProgress.ReadAsync(workspace, known, actor, cancel)).Units.Count(unit => unit.Open > 0);
        return await WritingRound.WriteAsync(workspace, round, null, actor, before => Decide(before!, owing, actor.Name, workspace.Today), cancel);
    }

    /// <summary>The round as it is to be.</summary>
    public static Result<AssessmentRound> Decide(AssessmentRound before, int owing, string by, DateOnly today)
    {
        var step = RoundSteps.Take(before.State, RoundStep.Remind);
        if (!step.IsDone) return step.Refusal;
        if (IsReminded(before, today)) return RoundRefusals.RemindedToday;
        if (owing == 0) return RoundRefusals.NothingOwed;
        var after = before.Copy();
        after.Reminders = [.. before.Reminders, new() { On = today, By = by, Units = owing }];
        return after;
    }

    /// <summary>Whether the units are reminded on a day: by the office, or because of the deadline.</summary>
    public static bool IsReminded(AssessmentRound round, DateOnly day) =>
        round.Reminders.Any(reminder => reminder.On == day) || (round.Deadline is { } deadline && Reminders.Due(day, deadline) is not null);
}
