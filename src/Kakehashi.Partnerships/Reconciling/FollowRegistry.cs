using Kakehashi.Kernel;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Partnerships.Registry;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Partnerships.Reconciling;

/// <summary>Operation: takes over what the registry says now of organisations that have a ROR id.</summary>
public static class FollowRegistry
{
    /// <summary>All differences between the registry and what is recorded, by the organisation's name.</summary>
    public static async Task<IReadOnlyList<RegistryUpdate>> RegistryUpdatesAsync(this Workspace workspace, RegistryInUse registry, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        var found = new List<RegistryUpdate>();
        await foreach (var one in context.Set<Organisation>().Where(one => !one.IsWithdrawn).AsAsyncEnumerable().WithCancellation(cancel)) found.AddRange(RegistryUpdate.Of(one, registry));
        return [.. found.OrderBy(one => one.Kind).ThenBy(one => one.Ours.Number)];
    }

    /// <summary>Follows some of the differences, all or none of them. Those that are gone meanwhile are left out.</summary>
    /// <param name="workspace">The database.</param>
    /// <param name="registry">The registry in use.</param>
    /// <param name="keys">Which: <see cref="RegistryUpdate.Key"/>.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>How many organisations changed. Refusals: <c>registry.ror-taken</c>, <c>organisation.changed-meanwhile</c>.</returns>
    /// <exception cref="NotAllowedException">The actor may not write organisations.</exception>
    public static async Task<Result<int>> FollowAsync(this Workspace workspace, RegistryInUse registry, IReadOnlySet<string> keys, Actor actor, CancellationToken cancel)
    {
        var type = workspace.Types[typeof(Organisation)];
        var numbers = keys.Select(key => long.TryParse(key.Split('/')[0], System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0).Distinct();
        using var session = workspace.Begin(ChangeOrigin.Operation(actor));
        var changed = 0;
        try
        {
            foreach (var number in numbers)
            {
                if (await session.Read().FindAsync(type, number, actor, cancel) is not Organisation { IsWithdrawn: false } before) continue;
                var after = before;
                // each rests on what the one before has made
                while (RegistryUpdate.Of(after, registry).FirstOrDefault(one => one.Followed is not null && keys.Contains(one.Key)) is { } update) after = update.Followed!;
                if (ReferenceEquals(after, before)) continue;
                if (session.Update(type, before, after)) changed++;
            }

            session.Commit();
            return changed;
        }
        catch (DuplicateKeyException taken)
        {
            return new Refusal("registry.ror-taken", (
                $"{taken.Key} は別の機関の記録に登録されています。2つの記録を統合してから、もう一度反映してください。何も変更していません。",
                $"Another organisation has {taken.Key}. Merge the two records, then try again. Nothing has been changed."));
        }
        catch (ConflictException)
        {
            return new Refusal("organisation.changed-meanwhile", ("ほかの人が機関の記録を変更しました。もう一度確かめてください。何も変更していません。", "Somebody else has changed an organisation meanwhile. Please look again; nothing has been changed."));
        }
    }
}
