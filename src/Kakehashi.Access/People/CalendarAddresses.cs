using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Access.People;

/// <summary>
/// Addresses by which a calendar program reads somebody's days: it cannot sign in, so the address is the secret. It opens a
/// calendar and nothing else, and can be taken back.
/// </summary>
public sealed class CalendarAddresses(IDbContextFactory<AccountsContext> accounts, Actors actors, TimeProvider clock)
{
    /// <summary>A calendar that falls silent is not noticed: the address lasts until it is taken back.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(3_650);

    private static readonly TimeSpan UsedEvery = TimeSpan.FromHours(1);

    private const int Ending = 4;

    /// <summary>Makes one in the place of the one before, which is closed by that; the secret, which is shown once.</summary>
    public async Task<string> MakeAsync(string account)
    {
        var (text, now) = (Secrets.New(), clock.GetUtcNow());
        await using var context = await accounts.CreateDbContextAsync();
        await using var transaction = await context.Database.BeginTransactionAsync();
        await context.Tokens.Where(token => token.Account == account && token.Scope == TokenScope.Calendar).ExecuteDeleteAsync();
        context.Tokens.Add(new() { Id = Secrets.IdOf(text), Account = account, Name = "iCalendar", Ending = text[^Ending..], Scope = TokenScope.Calendar, CreatedAt = now, ExpiresAt = now + Lasts });
        await context.SaveChangesAsync();
        await transaction.CommitAsync();
        return text;
    }

    /// <summary>That of somebody; null where there is none.</summary>
    public async Task<AccessToken?> OfAsync(string account, CancellationToken cancel)
    {
        await using var context = await accounts.CreateDbContextAsync(cancel);
        return await context.Tokens.AsNoTracking().FirstOrDefaultAsync(token => token.Account == account && token.Scope == TokenScope.Calendar, cancel);
    }

    /// <summary>Closes that of somebody: the next time the calendar program asks, there is nothing.</summary>
    public async Task RevokeAsync(string account)
    {
        await using var context = await accounts.CreateDbContextAsync();
        await context.Tokens.Where(token => token.Account == account && token.Scope == TokenScope.Calendar).ExecuteDeleteAsync();
    }

    /// <summary>Whose a secret is; null where it opens nothing. Which looks wait for somebody depends on all rights of that person: the caller shows a calendar and does nothing else.</summary>
    public async Task<SignedIn?> FindAsync(string secret, CancellationToken cancel)
    {
        var (id, now) = (Secrets.IdOf(secret), clock.GetUtcNow());
        await using var context = await accounts.CreateDbContextAsync(cancel);
        var token = await context.Tokens.FirstOrDefaultAsync(one => one.Id == id && one.Scope == TokenScope.Calendar, cancel);
        if (token is null || token.ExpiresAt < now || await actors.OfAsync(token.Account, cancel) is not { } known) return null;
        if (token.UsedAt is null || now - token.UsedAt > UsedEvery)
        {
            token.UsedAt = now;
            await context.SaveChangesAsync(cancel);
        }

        return known;
    }
}
