using Kakehashi.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Kakehashi.Access.People;

/// <summary>Somebody who has signed in, as pages know them.</summary>
/// <param name="Account">The key of the account.</param>
/// <param name="DisplayName">How the person is called.</param>
/// <param name="Actor">What the person may do.</param>
/// <param name="Roles">The roles, of which units.</param>
public sealed record SignedIn(string Account, string DisplayName, Actor Actor, IReadOnlyList<Grant> Roles);

/// <summary>Makes actors of accounts: their roles, laid over the tree of org units.</summary>
public sealed class Actors(UnitTree tree, IDbContextFactory<AccountsContext> accounts, IMemoryCache cache)
{
    /// <summary>How long a role that was taken away at another node still holds.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    /// <summary>Who this is now; null where the account is gone or disabled.</summary>
    public async Task<SignedIn?> OfAsync(string account, CancellationToken cancel)
    {
        if (await KnownAsync(account, cancel) is not { Account.IsDisabled: false } known) return null;
        return new(account, known.Account.DisplayName, new(known.Account.UserName!, await SeenAsync(known, cancel)) { Reach = await ReachAsync(known.Grants, cancel) }, known.Grants);
    }

    /// <summary>Who bears a user name now; null where nobody does, or the account is disabled.</summary>
    public async Task<SignedIn?> OfNameAsync(string userName, CancellationToken cancel)
    {
        await using var context = await accounts.CreateDbContextAsync(cancel);
        var id = await context.Users.Where(one => one.UserName == userName).Select(one => one.Id).FirstOrDefaultAsync(cancel);
        return id is null ? null : await OfAsync(id, cancel);
    }

    /// <summary>Roles or the account have changed: the next request knows.</summary>
    public void Forget(string account) => cache.Remove(KeyOf(account));

    /// <summary>An actor with no more than a token's part of the rights.</summary>
    public static Actor Within(Actor actor, TokenScope scope)
    {
        var kept = scope switch
        {
            TokenScope.Read or TokenScope.Calendar => [Right.See],
            TokenScope.ReadPersonal => [Right.See, Right.SeePersonal],
            _ => new[] { Right.See, Right.SeePersonal, Right.Write, Right.WriteShared, Right.Steer },
        };
        var (given, withheld) = (actor.Reach!.Where(pair => kept.Contains(pair.Key)), actor.Reach!.Keys.Except(kept));
        return actor with { Reach = given.ToDictionary(), Withheld = withheld.ToHashSet() };
    }

    private async Task<IReadOnlySet<long>?> SeenAsync(Known known, CancellationToken cancel) =>
        known.Grants.Any(grant => grant.Unit is null) ? null : await tree.WithAllBelowAsync(known.Grants.Select(grant => grant.Unit!.Value), cancel);

    private async Task<Dictionary<Right, IReadOnlySet<long>?>> ReachAsync(IReadOnlyList<Grant> grants, CancellationToken cancel)
    {
        var reach = new Dictionary<Right, IReadOnlySet<long>?>();
        foreach (var right in Enum.GetValues<Right>())
        {
            var giving = grants.Where(grant => Gives(grant, right)).ToList();
            if (giving.Count == 0) continue;
            reach[right] = giving.Exists(grant => grant.Unit is null) ? null : await tree.WithAllBelowAsync(giving.Select(grant => grant.Unit!.Value), cancel);
        }

        return reach;
    }

    /// <summary>People and the tree of units are kept for all or not at all: who could move a unit below their own would gain every right there.</summary>
    private static bool Gives(Grant grant, Right right) => Roles.Rights(grant.Role).Contains(right) && (right != Right.Administer || grant.Unit is null);

    private async Task<Known?> KnownAsync(string account, CancellationToken cancel)
    {
        if (cache.TryGetValue<Known>(KeyOf(account), out var known)) return known;
        await using var context = await accounts.CreateDbContextAsync(cancel);
        var found = await context.Users.AsNoTracking().FirstOrDefaultAsync(one => one.Id == account, cancel);
        if (found is null) return null;
        var grants = await context.Grants.AsNoTracking().Where(grant => grant.Account == account).OrderBy(grant => grant.Id).ToListAsync(cancel);
        return cache.Set(KeyOf(account), new Known(found, grants), Fresh);
    }

    private static string KeyOf(string account) => "account/" + account;

    private sealed record Known(Account Account, IReadOnlyList<Grant> Grants);
}
