using Kakehashi.Kernel;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Partnerships.Registry;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Partnerships.Reconciling;

/// <summary>Operations: one of our organisations is one of the registry, or is not.</summary>
public static class DecideOnRegistry
{
    /// <summary>They are the same: ours gets the ROR id, and from the registry what was not filled in.</summary>
    /// <param name="workspace">The database.</param>
    /// <param name="organisation">The number of ours.</param>
    /// <param name="version">Its version, as it was seen; null where nobody has looked.</param>
    /// <param name="entry">The one of the registry.</param>
    /// <param name="score">How sure the comparison was.</param>
    /// <param name="actor">Who decides.</param>
    /// <param name="atOnce">Nobody was asked.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>Refusals: <c>organisation.unknown</c>, <c>organisation.changed-meanwhile</c>, <c>organisation.has-ror</c>, <c>organisation.ror-taken</c>.</returns>
    /// <exception cref="NotAllowedException">The actor may not write the organisation.</exception>
    public static async Task<Result<Organisation>> AcceptAsync(this Workspace workspace, long organisation, int? version, RegistryEntry entry, double? score, Actor actor, bool atOnce = false, CancellationToken cancel = default)
    {
        var type = workspace.Types[typeof(Organisation)];
        using var session = workspace.Begin(ChangeOrigin.Operation(actor));
        session.Hold(type, organisation);
        var context = session.Read();
        if (await context.FindAsync(type, organisation, actor, cancel) is not Organisation { IsWithdrawn: false } before) return Unknown(organisation);
        if (version is { } seen && seen != before.Version) return ChangedMeanwhile;
        if (before.HasRor()) return HasRorAlready;
        var after = before.Taking(entry);
        try
        {
            session.Update(type, before, after);
            await KeepAsync(workspace, session, before.Number, entry, RegistryVerdict.Same, score, atOnce, cancel);
            session.Commit();
            return after;
        }
        catch (DuplicateKeyException)
        {
            return Taken(entry);
        }
        catch (ConflictException)
        {
            return ChangedMeanwhile;
        }
    }

    /// <summary>Ours is none of these; they are never proposed for it again.</summary>
    /// <returns>Refusals: <c>organisation.unknown</c>, <c>organisation.changed-meanwhile</c>.</returns>
    /// <exception cref="NotAllowedException">The actor may not write the organisation.</exception>
    public static async Task<Result<int>> RejectAsync(this Workspace workspace, long organisation, IReadOnlyList<Proposal> proposals, Actor actor, CancellationToken cancel)
    {
        var type = workspace.Types[typeof(Organisation)];
        using var session = workspace.Begin(ChangeOrigin.Operation(actor));
        if (await session.Read().FindAsync(type, organisation, actor, cancel) is not Organisation { IsWithdrawn: false } ours) return Unknown(organisation);
        if (!actor.MayWrite(type, ours)) throw new NotAllowedException(actor, Right.WriteShared);
        try
        {
            foreach (var one in proposals) await KeepAsync(workspace, session, organisation, one.Entry, RegistryVerdict.NotSame, one.Score, atOnce: false, cancel);
            session.Commit();
            return proposals.Count;
        }
        catch (Exception fault) when (fault is DuplicateKeyException or ConflictException)
        {
            return ChangedMeanwhile;
        }
    }

    /// <summary>What was decided of some of our organisations; of all where none are named.</summary>
    public static async Task<ILookup<long, RegistryDecision>> RegistryDecisionsAsync(this Workspace workspace, long? organisation, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        var decisions = context.Set<RegistryDecision>().Where(one => !one.IsWithdrawn);
        if (organisation is { } number)
        {
            Id<Organisation>? ours = new(number);
            decisions = decisions.Where(one => one.Organisation == ours);
        }

        return (await decisions.ToListAsync(cancel)).ToLookup(one => one.Organisation!.Value.Value);
    }

    private static async Task KeepAsync(Workspace workspace, ChangeSession session, long organisation, RegistryEntry entry, RegistryVerdict verdict, double? score, bool atOnce, CancellationToken cancel)
    {
        var type = workspace.Types[typeof(RegistryDecision)];
        var (ours, ror) = ((Id<Organisation>?)new Id<Organisation>(organisation), entry.Id);
        var before = await session.Read().Set<RegistryDecision>().FirstOrDefaultAsync(one => one.Organisation == ours && one.Ror == ror && !one.IsWithdrawn, cancel);
        var after = RegistryDecision.Of(organisation, ror, entry.DisplayName, verdict, score, atOnce, workspace.Today);
        if (before is null) session.Create(type, after);
        else session.Update(type, before, before.As(after));
    }

    private static Refusal Unknown(long organisation) => new("organisation.unknown", ($"機関 #{organisation} はありません。取り下げられていないか確かめてください。", $"There is no organisation #{organisation}. It may have been withdrawn."));

    internal static Refusal ChangedMeanwhile { get; } = new("organisation.changed-meanwhile", ("ほかの人がこの機関の記録を変更しました。もう一度確かめてください。", "Somebody else has changed this organisation meanwhile. Please look again."));

    private static Refusal HasRorAlready { get; } = new("organisation.has-ror", ("この機関にはROR IDがすでに登録されています。変更するには機関の記録を編集してください。", "This organisation has a ROR ID already. Edit its record to change it."));

    private static Refusal Taken(RegistryEntry entry) => new("organisation.ror-taken", (
        $"{entry.DisplayName}のROR IDは、別の機関の記録に登録されています。2つの記録が同じ機関であれば、統合してください。",
        $"Another of your records has the ROR ID of {entry.DisplayName}. If the two are the same organisation, merge them."));
}
