using Kakehashi.Access.OrgUnits;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Strategy.Scoring.Decisions;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Strategy.Scoring;

/// <summary>A partner as lists and comparisons show it.</summary>
/// <param name="Number">The number of its record.</param>
/// <param name="Name">Its name.</param>
/// <param name="Country">Its country; null where that is not known.</param>
/// <param name="Standing">How it stands.</param>
public sealed record PartnershipRow(long Number, Bilingual Name, string? Country, PartnerStanding Standing)
{
    /// <summary>How much more its score is than in the year before.</summary>
    public decimal? Change { get; init; }

    /// <summary>What was decided of its tier and still counts; null where nothing was.</summary>
    public PartnerTierDecision? Decision { get; init; }

    /// <summary>Its review of this fiscal year; null while there is none.</summary>
    public long? Review { get; init; }

    /// <summary>It is to be reviewed each year, and has not been in this one.</summary>
    public bool IsDue => Review is null && Standing.Tier is PartnerTier.Strategic or PartnerTier.Priority;
}

/// <summary>All partners with their scores, read in three statements however many they are.</summary>
/// <param name="Board">The scores.</param>
/// <param name="Rows">The highest score first.</param>
/// <param name="Year">The fiscal year of today, in which reviews are held.</param>
public sealed record PartnershipList(ScoreBoard Board, IReadOnlyList<PartnershipRow> Rows, Period Year)
{
    /// <returns>Refusals: those of <see cref="PartnershipScores.ReadAsync"/>.</returns>
    /// <param name="workspace">The database.</param>
    /// <param name="scores">The scores.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="only">Only these partners; null for all.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<Result<PartnershipList>> ReadAsync(Workspace workspace, PartnershipScores scores, Actor actor, IReadOnlyCollection<long>? only, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(scores);
        var answer = await scores.ReadAsync(cancel);
        if (!answer.IsDone) return answer.Refusal;
        var board = answer.Value;
        var year = Period.Of(workspace.Today, PeriodKind.FiscalYear, workspace.University.Years);
        await using var context = workspace.Database.Read();
        var decisions = (await context.Set<PartnerTierDecision>().Where(one => one.EndedOn == null && !one.IsWithdrawn && one.Partner != null).ToListAsync(cancel))
            .GroupBy(one => one.Partner!.Value.Value).ToDictionary(same => same.Key, same => same.MaxBy(one => one.Sequence)!);
        var reviews = await ReviewsAsync(context, year, cancel);
        var numbers = (only ?? [.. board.Now.Keys.Concat(decisions.Keys).Distinct()]).Select(number => new Id<Organisation>(number)).ToArray();
        var partners = await context.Set<Organisation>().SeenBy(workspace.Types[typeof(Organisation)], actor).Where(one => !one.IsWithdrawn && numbers.Contains(one.Id)).ToListAsync(cancel);
        var rows = partners.Select(one => new PartnershipRow(one.Number, one.Name, one.Country, Standing(one.Number))
        {
            Change = board.Change(one.Number),
            Decision = decisions.GetValueOrDefault(one.Number),
            Review = reviews.TryGetValue(one.Number, out var review) ? review : null,
        });
        return new PartnershipList(board, [.. rows.OrderByDescending(row => row.Standing.Score?.Score).ThenBy(row => row.Number)], year);

        PartnerStanding Standing(long number) => new(board.Now.GetValueOrDefault(number), board.TierOf(number), decisions.GetValueOrDefault(number)?.Tier);
    }

    private static async Task<Dictionary<long, long>> ReviewsAsync(RecordsContext context, Period year, CancellationToken cancel)
    {
        var of = year.ToString();
        var reviews = await context.Set<PartnershipReview>().Where(one => one.Year == of && !one.IsWithdrawn && one.Partner != null).Select(one => new { one.Partner, one.Id }).ToListAsync(cancel);
        return reviews.DistinctBy(one => one.Partner).ToDictionary(one => one.Partner!.Value.Value, one => one.Id.Value);
    }

    /// <summary>The partners of agreements that some units are in charge of, as far as an actor sees these.</summary>
    public static async Task<IReadOnlySet<long>> PartnersOfAsync(Workspace workspace, IReadOnlyCollection<long> units, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        await using var context = workspace.Database.Read();
        var charged = units.Select(number => (Id<OrgUnit>?)new Id<OrgUnit>(number)).ToArray();
        var partners = await context.Set<Agreement>().SeenBy(workspace.Types[typeof(Agreement)], actor).Where(one => !one.IsWithdrawn && one.Partner != null && charged.Contains(one.Unit))
            .Select(one => one.Partner).Distinct().ToListAsync(cancel);
        return partners.Select(one => one!.Value.Value).ToHashSet();
    }
}
