using Kakehashi.Kernel;

namespace Kakehashi.Strategy.Assessments.Rounds;

/// <summary>What is done with a round.</summary>
public enum RoundStep
{
    /// <summary>Write what it asks, or change that.</summary>
    Prepare,

    /// <summary>Let the units write.</summary>
    Open,

    /// <summary>Put off its deadline.</summary>
    Extend,

    /// <summary>End it for good.</summary>
    Close,

    /// <summary>Write to the units that still owe something.</summary>
    Remind,

    /// <summary>Take away what was prepared and never opened.</summary>
    Discard,
}

/// <summary>One step that a round can take.</summary>
/// <param name="From">From where; null for a round that is not there yet.</param>
/// <param name="Step">What is done.</param>
/// <param name="To">Where it leads.</param>
/// <param name="Right">Who may, in the whole university.</param>
public sealed record RoundTransition(RoundState? From, RoundStep Step, RoundState To, Right Right);

/// <summary>All steps that a round can take; every other one is refused.</summary>
public static class RoundSteps
{
    public static IReadOnlyList<RoundTransition> All { get; } =
    [
        new(null, RoundStep.Prepare, RoundState.Prepared, Right.Steer),
        new(RoundState.Prepared, RoundStep.Prepare, RoundState.Prepared, Right.Steer),
        new(RoundState.Prepared, RoundStep.Open, RoundState.Open, Right.Steer),
        new(RoundState.Open, RoundStep.Extend, RoundState.Open, Right.Steer),
        new(RoundState.Open, RoundStep.Close, RoundState.Closed, Right.Steer),
        new(RoundState.Open, RoundStep.Remind, RoundState.Open, Right.Steer),
        // it stays prepared, and is withdrawn
        new(RoundState.Prepared, RoundStep.Discard, RoundState.Prepared, Right.Steer),
    ];

    /// <summary>The steps that somebody may take from a state: the buttons that are shown.</summary>
    public static IReadOnlyList<RoundStep> For(RoundState? from, Actor actor) =>
        [.. All.Where(one => one.From == from && actor.MayEverywhere(one.Right)).Select(one => one.Step)];

    /// <summary>The step, or why it cannot be taken.</summary>
    /// <returns>Refusals: <c>round.closed</c>, <c>round.not-prepared</c>, <c>round.already-open</c>, <c>round.not-open</c>.</returns>
    public static Result<RoundTransition> Take(RoundState? from, RoundStep step)
    {
        if (All.FirstOrDefault(one => one.From == from && one.Step == step) is { } transition) return transition;
        if (from == RoundState.Closed) return RoundRefusals.Closed;
        if (from != RoundState.Open) return RoundRefusals.NotOpen;
        return step == RoundStep.Discard ? RoundRefusals.AlreadyOpen : RoundRefusals.NotPrepared;
    }
}
