using Kakehashi.Access.OrgUnits;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.ExportControl.Reviews;

/// <summary>Which reviews are asked for.</summary>
/// <param name="State">Null for all that are under way.</param>
/// <param name="Needed">One of the words of <see cref="ReviewList"/>, or empty.</param>
/// <param name="Unit">Null for all.</param>
public sealed record ReviewQuery(ReviewState? State, string Needed, long? Unit);

/// <summary>How many reviews wait for somebody.</summary>
/// <param name="ToCheck">That wait for the first look.</param>
/// <param name="ToDecide">That wait for a decision which this person may make.</param>
/// <param name="Urgent">Among both, those that are needed by today or before.</param>
/// <param name="Licences">Licences that expire within six months, or have expired.</param>
public sealed record ReviewsWaiting(int ToCheck, int ToDecide, int Urgent, int Licences);

/// <summary>Reads the list of reviews.</summary>
public static class ReviewList
{
    /// <summary>The most that are shown.</summary>
    public const int Most = 300;

    /// <summary>The day has passed.</summary>
    public const string Overdue = "overdue";

    /// <summary>Within a fortnight, or past.</summary>
    public const string Soon = "soon";

    private const int SoonDays = 14;

    /// <summary>What is needed first comes first.</summary>
    public static async Task<IReadOnlyList<ExportReview>> ReadAsync(Workspace workspace, ReviewQuery query, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(query);
        await using var context = workspace.Database.Read();
        var reviews = context.Set<ExportReview>().SeenBy(workspace.Types[typeof(ExportReview)], actor).Where(one => !one.IsWithdrawn);
        reviews = query.State is { } state ? reviews.Where(one => one.State == state) : reviews.Where(one => one.State != ReviewState.Decided && one.State != ReviewState.Withdrawn);
        if (query.Unit is { } number)
        {
            Id<OrgUnit>? unit = new Id<OrgUnit>(number);
            reviews = reviews.Where(one => one.Unit == unit);
        }

        var (today, soon) = (workspace.Today, workspace.Today.AddDays(SoonDays));
        if (query.Needed == Overdue) reviews = reviews.Where(one => one.NeededBy < today);
        if (query.Needed == Soon) reviews = reviews.Where(one => one.NeededBy <= soon);
        return await reviews.OrderBy(one => one.NeededBy == null).ThenBy(one => one.NeededBy).ThenByDescending(one => one.Id).Take(Most).ToListAsync(cancel);
    }

    /// <summary>What waits for somebody; null where this person does not control exports.</summary>
    public static async Task<ReviewsWaiting?> WaitingAsync(Workspace workspace, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        if (!actor.May(Right.ControlExports)) return null;
        var all = await ReadAsync(workspace, new(null, "", null), actor, cancel);
        var toCheck = all.Where(one => one.State == ReviewState.Submitted).ToList();
        var toDecide = all.Where(one => one.State == ReviewState.Checked && !DecideReview.IsInvolved(one, actor.Name)).ToList();
        var licences = (await workspace.LicencesAsync(actor, cancel)).SelectMany(same => same).DistinctBy(one => one.Number).Count(one => one.Standing(workspace.Today) is not null);
        return new(toCheck.Count, toDecide.Count, toCheck.Concat(toDecide).Count(one => one.NeededBy <= workspace.Today), licences);
    }
}
