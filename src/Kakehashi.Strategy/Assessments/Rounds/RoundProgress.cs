using Kakehashi.Access.OrgUnits;
using Kakehashi.Access.People;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Strategy.Assessments.Rounds;

/// <summary>How far one assessment is, without its texts.</summary>
/// <param name="Unit">The number of the unit.</param>
/// <param name="Action">The code of the action.</param>
/// <param name="State">Null where nothing has been written.</param>
/// <param name="Rating">The unit's own rating.</param>
/// <param name="IsLate">It was submitted after the deadline.</param>
public sealed record AssessmentCell(long Unit, string Action, AssessmentState? State, SelfRating? Rating, bool IsLate)
{
    /// <summary>The day it came to be so, where somebody submitted it, asked it back or accepted it.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The unit has handed it in.</summary>
    public bool IsHandedIn => State is AssessmentState.Submitted or AssessmentState.Accepted;
}

/// <summary>A unit with its assessments, in the order of the round's actions.</summary>
public sealed record UnitProgress(long Unit, Text Name, IReadOnlyList<AssessmentCell> Cells)
{
    /// <summary>How many are not handed in.</summary>
    public int Open => Cells.Count(cell => !cell.IsHandedIn);
}

/// <summary>How far a round is, as far as whoever asks may see it.</summary>
/// <param name="Round">The round.</param>
/// <param name="Units">The units, in the order of their codes.</param>
public sealed record RoundProgress(AssessmentRound Round, IReadOnlyList<UnitProgress> Units)
{
    public int Expected => Units.Sum(unit => unit.Cells.Count);

    public int Count(AssessmentState? state) => Units.Sum(unit => unit.Cells.Count(cell => cell.State == state));

    /// <summary>Handed in or taken.</summary>
    public int HandedIn => Units.Sum(unit => unit.Cells.Count(cell => cell.IsHandedIn));

    /// <summary>What waits for the office after an assessment, unit by unit and round about; null where nothing does.</summary>
    public AssessmentPlace? WaitsAfter(AssessmentPlace place)
    {
        var cells = Units.SelectMany(unit => unit.Cells).ToList();
        var at = cells.FindIndex(cell => (cell.Unit, cell.Action) == (place.Unit, place.Action));
        return cells.Skip(at + 1).Concat(cells.Take(at + 1)).Where(cell => cell.State == AssessmentState.Submitted)
            .Select(cell => (AssessmentPlace?)new AssessmentPlace(Round.Number, cell.Unit, cell.Action)).FirstOrDefault();
    }

    /// <summary>The deadline has passed while the round is open.</summary>
    public bool IsOverdue(DateOnly today) => Round.State == RoundState.Open && Round.Deadline < today;

    /// <summary>All rounds, the latest first.</summary>
    public static async Task<IReadOnlyList<AssessmentRound>> RoundsAsync(Workspace workspace, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        var rounds = await context.Set<AssessmentRound>().Where(round => !round.IsWithdrawn).ToListAsync(cancel);
        return [.. rounds.OrderBy(round => round.State == RoundState.Closed).ThenByDescending(round => round.Deadline).ThenByDescending(round => round.Number)];
    }

    /// <summary>One round; null where there is none.</summary>
    public static async Task<AssessmentRound?> RoundAsync(Workspace workspace, long number, Actor actor, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        return await context.FindAsync(workspace.Types[typeof(AssessmentRound)], number, actor, cancel) is AssessmentRound { IsWithdrawn: false } round ? round : null;
    }

    /// <summary>How far a round is.</summary>
    public static async Task<RoundProgress> ReadAsync(Workspace workspace, AssessmentRound round, Actor actor, CancellationToken cancel)
    {
        var id = round.Id;
        await using var context = workspace.Database.Read();
        var cells = await context.Set<SelfAssessment>().Where(one => one.Round == id)
            .Select(one => new { one.Unit, one.Action, one.State, one.Rating, one.IsLate, one.SubmittedOn, one.AskedBackOn, one.AcceptedOn }).ToListAsync(cancel);
        var found = cells.ToDictionary(one => (one.Unit!.Value.Value, one.Action), one => new AssessmentCell(one.Unit!.Value.Value, one.Action, one.State, one.Rating, one.IsLate)
        {
            Since = one.State switch
            {
                AssessmentState.Submitted => one.SubmittedOn,
                AssessmentState.AskedBack => one.AskedBackOn,
                AssessmentState.Accepted => one.AcceptedOn,
                _ => null,
            },
        });
        var names = await UnitNames.ReadAsync(workspace, cancel);
        return Of(round, round.UnitNumbers.Where(unit => actor.Sees(new Id<OrgUnit>(unit))).OrderBy(names.CodeOf, StringComparer.Ordinal).Select(unit => (unit, names.Of(unit))), found);
    }

    private static RoundProgress Of(AssessmentRound round, IEnumerable<(long Number, Text Name)> units, Dictionary<(long Unit, string Action), AssessmentCell> found) =>
        new(round, [.. units.Select(unit => new UnitProgress(unit.Number, unit.Name,
            [.. round.ActionCodes.Select(action => found.GetValueOrDefault((unit.Number, action)) ?? new(unit.Number, action, null, null, false))]))]);
}
