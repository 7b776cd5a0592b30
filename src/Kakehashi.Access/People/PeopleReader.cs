using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Access.People;

/// <summary>Somebody in the list of people.</summary>
/// <param name="Account">The account.</param>
/// <param name="Grants">The roles.</param>
public sealed record PersonRow(Account Account, IReadOnlyList<Grant> Grants);

/// <summary>Reads accounts to show them.</summary>
public sealed class PeopleReader(IDbContextFactory<AccountsContext> accounts)
{
    /// <summary>Everybody whose name or user name has these words in it; all where there are none.</summary>
    public async Task<IReadOnlyList<PersonRow>> FindAsync(string? words, CancellationToken cancel)
    {
        await using var context = await accounts.CreateDbContextAsync(cancel);
        var grants = (await context.Grants.AsNoTracking().OrderBy(grant => grant.Id).ToListAsync(cancel)).ToLookup(grant => grant.Account);
        var all = await context.Users.AsNoTracking().ToListAsync(cancel);
        return [.. all.Where(account => Has(account, words?.Trim()))
            .OrderBy(account => account.IsDisabled).ThenBy(account => account.UserName, StringComparer.OrdinalIgnoreCase)
            .Select(account => new PersonRow(account, [.. grants[account.Id]]))];
    }

    /// <summary>The roles of one.</summary>
    public async Task<IReadOnlyList<Grant>> GrantsAsync(string account, CancellationToken cancel)
    {
        await using var context = await accounts.CreateDbContextAsync(cancel);
        return await context.Grants.AsNoTracking().Where(grant => grant.Account == account).OrderBy(grant => grant.Id).ToListAsync(cancel);
    }

    private static bool Has(Account account, string? words) => string.IsNullOrEmpty(words)
        || account.DisplayName.Contains(words, StringComparison.OrdinalIgnoreCase) || account.UserName!.Contains(words, StringComparison.OrdinalIgnoreCase);
}
