using Kakehashi.Kernel;
using Kakehashi.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Access.People;

/// <summary>Somebody who gets letters.</summary>
/// <param name="Account">The key of the account.</param>
/// <param name="UserName">What the history calls the person.</param>
/// <param name="Name">How the person is called.</param>
/// <param name="Address">The mail address.</param>
/// <param name="Language">The language that letters are written in.</param>
public sealed record Recipient(string Account, string UserName, string Name, string Address, Language Language);

/// <summary>Finds whom a letter about something goes to. Whoever has no mail address, or may not sign in, gets none.</summary>
public sealed class Recipients(Workspace workspace, IDbContextFactory<AccountsContext> accounts)
{
    /// <summary>
    /// Those who may do something with the records of a unit by a role of that very unit; where there is nobody, of the next
    /// above, and so on. Administrators, who may do everything, only where there is nobody else at all.
    /// </summary>
    /// <param name="unit">The org unit; null for the university as a whole.</param>
    /// <param name="right">What they must be allowed to.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<IReadOnlyList<Recipient>> NearestAsync(long? unit, Right right, CancellationToken cancel)
    {
        var (giving, people) = await ReadAsync(right, cancel);
        return Nearest(unit, giving, people, unit is null ? [] : await AboveAsync(cancel));
    }

    /// <summary>The same of several units, each by its number.</summary>
    public async Task<IReadOnlyDictionary<long, IReadOnlyList<Recipient>>> NearestOfEachAsync(IReadOnlyCollection<long> units, Right right, CancellationToken cancel)
    {
        if (units.Count == 0) return new Dictionary<long, IReadOnlyList<Recipient>>();
        var (giving, people) = await ReadAsync(right, cancel);
        var above = await AboveAsync(cancel);
        return units.ToDictionary(unit => unit, unit => Nearest(unit, giving, people, above));
    }

    private static IReadOnlyList<Recipient> Nearest(long? unit, IReadOnlyList<Grant> giving, Dictionary<string, Recipient> people, Dictionary<long, long> above)
    {
        var byTheirRole = Climb(unit, [.. giving.Where(grant => grant.Role != Role.Administrator)], people, above);
        return byTheirRole.Count > 0 ? byTheirRole : Climb(unit, giving, people, above);
    }

    private static List<Recipient> Climb(long? unit, IReadOnlyList<Grant> giving, Dictionary<string, Recipient> people, Dictionary<long, long> above)
    {
        var seen = new HashSet<long>();
        for (var at = unit; ; at = above.TryGetValue(at.Value, out var parent) && seen.Add(parent) ? parent : null)
        {
            var found = giving.Where(grant => grant.Unit == at).Select(grant => people.GetValueOrDefault(grant.Account)).OfType<Recipient>().Distinct().ToList();
            if (found.Count > 0 || at is null) return found;
        }
    }

    /// <summary>Somebody by user name; null where the person gets no letters.</summary>
    public async Task<Recipient?> FindAsync(string userName, CancellationToken cancel)
    {
        await using var context = await accounts.CreateDbContextAsync(cancel);
        var account = await context.Users.AsNoTracking().FirstOrDefaultAsync(one => one.UserName == userName && !one.IsDisabled && one.Email != null, cancel);
        return account is null ? null : Of(account);
    }

    private async Task<(IReadOnlyList<Grant> Giving, Dictionary<string, Recipient> People)> ReadAsync(Right right, CancellationToken cancel)
    {
        var roles = Enum.GetValues<Role>().Where(role => Roles.Rights(role).Contains(right)).ToList();
        await using var context = await accounts.CreateDbContextAsync(cancel);
        var giving = await context.Grants.AsNoTracking().Where(grant => roles.Contains(grant.Role)).ToListAsync(cancel);
        var people = await context.Users.AsNoTracking().Where(one => !one.IsDisabled && one.Email != null).ToListAsync(cancel);
        return (giving, people.ToDictionary(one => one.Id, Of));
    }

    private async Task<Dictionary<long, long>> AboveAsync(CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        var units = await context.Set<OrgUnits.OrgUnit>().Where(unit => unit.Parent != null).Select(unit => new { unit.Id, unit.Parent }).ToListAsync(cancel);
        return units.ToDictionary(unit => unit.Id.Value, unit => unit.Parent!.Value.Value);
    }

    private static Recipient Of(Account account) => new(account.Id, account.UserName!, account.DisplayName, account.Email!, account.Language);
}
