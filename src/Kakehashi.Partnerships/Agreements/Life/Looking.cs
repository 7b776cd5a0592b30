using Kakehashi.Kernel;
using Kakehashi.Partnerships.Guidelines;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Partnerships.Agreements.Life;

/// <summary>Whether somebody may look at a step of the route, and in whose place.</summary>
/// <param name="May">Whether.</param>
/// <param name="For">The account whose place is taken; null where nobody's is.</param>
public sealed record MayLook(bool May, string? For)
{
    public static MayLook No { get; } = new(false, null);

    public static MayLook Yes { get; } = new(true, null);
}

/// <summary>Who looks at a proposal at which step: those who are named for it; where nobody is, whoever has the right that fits the step.</summary>
public static class Looking
{
    /// <summary>Whether an actor may look at an agreement at a step, today.</summary>
    public static MayLook Ask(ApprovalStep step, RecordType type, Agreement agreement, IEnumerable<AgreementReviewer> reviewers, Actor actor, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(actor);
        var named = Named(step, agreement, reviewers);
        if (named.Count == 0) return Has(step, type, agreement, actor) ? MayLook.Yes : MayLook.No;
        if (named.Exists(one => Is(one.Account, actor) && !one.IsAbsent(today))) return MayLook.Yes;
        return named.Find(one => one.IsAbsent(today) && one.Deputy is { } deputy && Is(deputy, actor)) is { } absent ? new(true, absent.Account) : MayLook.No;
    }

    /// <summary>Those who are named for a step of an agreement: whoever is named for its unit goes before those who are named for all.</summary>
    internal static List<AgreementReviewer> Named(ApprovalStep step, Agreement agreement, IEnumerable<AgreementReviewer> reviewers)
    {
        var named = reviewers.Where(one => one.Step == step && (one.Unit is null || one.Unit == agreement.Unit)).ToList();
        if (named.Exists(one => one.Unit is not null)) named.RemoveAll(one => one.Unit is null);
        return named;
    }

    /// <summary>All who are named.</summary>
    internal static Task<List<AgreementReviewer>> ReviewersAsync(RecordsContext context, CancellationToken cancel) =>
        context.Set<AgreementReviewer>().Where(one => !one.IsWithdrawn).ToListAsync(cancel);

    private static bool Is(string account, Actor actor) => string.Equals(account, actor.Name, StringComparison.OrdinalIgnoreCase);

    private static bool Has(ApprovalStep step, RecordType type, Agreement agreement, Actor actor) => step switch
    {
        ApprovalStep.Department => actor.MayWrite(type, agreement),
        ApprovalStep.ExportControl => actor.May(Right.ControlExports),
        ApprovalStep.Executive => actor.May(Right.Steer),
        _ => actor.May(Right.WriteShared),
    };
}
