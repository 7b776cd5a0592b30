using Kakehashi.Kernel;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Platform;
using Kakehashi.Platform.Forms;
using Kakehashi.Platform.History;
using Kakehashi.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Partnerships.Reconciling;

/// <summary>Operation: one of our organisations is not the one of the registry after all.</summary>
public static class TakeBack
{
    /// <summary>What accepting has filled in is as it was before, and the two are never proposed for each other again. Only while nobody has changed the organisation since.</summary>
    /// <param name="workspace">The database.</param>
    /// <param name="organisation">The number of ours.</param>
    /// <param name="actor">Who takes it back.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>Refusals: <c>registry.not-accepted</c>, <c>registry.changed-since</c>, <c>organisation.changed-meanwhile</c>.</returns>
    /// <exception cref="NotAllowedException">The actor may not write the organisation.</exception>
    public static async Task<Result<Organisation>> TakeBackAsync(this Workspace workspace, long organisation, Actor actor, CancellationToken cancel)
    {
        var (type, decisions) = (workspace.Types[typeof(Organisation)], workspace.Types[typeof(RegistryDecision)]);
        using var session = workspace.Begin(ChangeOrigin.Operation(actor));
        session.Hold(type, organisation);
        var context = session.Read();
        if (await context.FindAsync(type, organisation, actor, cancel) is not Organisation { IsWithdrawn: false } now || await AcceptedAsync(context, now, cancel) is not { } decision) return NotAccepted;
        if (!await IsLatestAsync(context, now, decision, cancel)) return ChangedSince;
        var before = now.Copy();
        foreach (var change in await ConflictingChange.SinceAsync(context, type, now, now.Version - 1, now, cancel)) change.Field.Write(before, change.Before);
        try
        {
            session.Update(type, now, before);
            session.Update(decisions, decision, decision.As(RegistryDecision.Of(organisation, decision.Ror, decision.RegistryName, RegistryVerdict.NotSame, (double?)decision.Score, atOnce: false, workspace.Today)));
            session.Commit();
            return before;
        }
        catch (ConflictException)
        {
            return DecideOnRegistry.ChangedMeanwhile;
        }
    }

    /// <summary>The decision by which an organisation has the ROR id that it has; null where it has it otherwise.</summary>
    internal static async Task<RegistryDecision?> AcceptedAsync(RecordsContext context, Organisation ours, CancellationToken cancel)
    {
        if (ours.Identifiers.Find(one => one.Scheme == IdentifierScheme.Ror)?.Value is not { } ror) return null;
        Id<Organisation>? number = new(ours.Number);
        return await context.Set<RegistryDecision>().FirstOrDefaultAsync(one => one.Organisation == number && one.Ror == ror && one.Verdict == RegistryVerdict.Same && !one.IsWithdrawn, cancel);
    }

    /// <summary>The organisation was last changed when this was decided.</summary>
    private static async Task<bool> IsLatestAsync(RecordsContext context, Organisation ours, RegistryDecision decision, CancellationToken cancel)
    {
        var last = await context.HistoryAsync(ours.Number, 1, cancel);
        var decided = await context.HistoryAsync(decision.Number, 1, cancel);
        return last.Count == 1 && decided.Count == 1 && last[0].Change.ChangeSet == decided[0].Change.ChangeSet;
    }

    private static Refusal NotAccepted { get; } = new("registry.not-accepted", (
        "この機関のROR IDは、照合で登録されたものではありません。変更するには機関の記録を編集してください。", "The ROR ID of this organisation was not added by reconciliation. Edit its record to change it."));

    private static Refusal ChangedSince { get; } = new("registry.changed-since", (
        "同じ機関とした後にこの機関の記録が変更されているため、取り消せません。機関の記録を編集してROR IDを除いてください。", "The organisation has been changed since, so this cannot be taken back as a whole. Edit its record, and take the ROR ID out."));
}
