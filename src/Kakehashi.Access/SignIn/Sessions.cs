using Kakehashi.Access.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Kakehashi.Access.SignIn;

/// <summary>The session with which a page is asked for; a program that comes with a token has none.</summary>
/// <param name="Id">The key of the session in its table.</param>
public sealed record CurrentSession(string Id);

/// <summary>
/// Sessions are kept here and not in the cookie, which has only their key: so they can be listed, and ended at once.
/// </summary>
public sealed class Sessions(IDbContextFactory<AccountsContext> accounts, IMemoryCache cache, IHttpContextAccessor http, TimeProvider clock) : ITicketStore
{
    /// <summary>How long a session that was ended at another node still holds.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    private const int LongestAgent = 300;

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = Secrets.New();
        var now = clock.GetUtcNow();
        var agent = http.HttpContext?.Request.Headers.UserAgent.ToString() ?? "";
        await using var context = await accounts.CreateDbContextAsync();
        context.Sessions.Add(new()
        {
            Id = Secrets.IdOf(key),
            Account = AccountOf(ticket),
            Ticket = TicketSerializer.Default.Serialize(ticket),
            SignedInAt = now,
            SeenAt = now,
            ExpiresAt = ticket.Properties.ExpiresUtc ?? now,
            Agent = agent.Length > LongestAgent ? agent[..LongestAgent] : agent,
            Address = http.HttpContext?.Connection.RemoteIpAddress?.ToString(),
        });
        await context.SaveChangesAsync();
        await context.SeeAsync(AccountOf(ticket), now);
        return key;
    }

    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        var id = Secrets.IdOf(key);
        cache.Remove(KeyOf(id));
        var (bytes, expires) = (TicketSerializer.Default.Serialize(ticket), ticket.Properties.ExpiresUtc ?? clock.GetUtcNow());
        await using var context = await accounts.CreateDbContextAsync();
        await context.Sessions.Where(session => session.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.Ticket, bytes).SetProperty(session => session.ExpiresAt, expires));
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        var id = Secrets.IdOf(key);
        if (!cache.TryGetValue<byte[]>(KeyOf(id), out var bytes))
        {
            await using var context = await accounts.CreateDbContextAsync();
            var now = clock.GetUtcNow();
            var session = await context.Sessions.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id);
            if (session is null || session.ExpiresAt < now) return null;
            bytes = cache.Set(KeyOf(id), session.Ticket, Fresh);
            if (now - session.SeenAt > SeenEvery)
            {
                await context.Sessions.Where(one => one.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.SeenAt, now));
                await context.SeeAsync(session.Account, now);
            }
        }

        http.HttpContext?.Features.Set(new CurrentSession(id));
        return TicketSerializer.Default.Deserialize(bytes!);
    }

    public Task RemoveAsync(string key) => EndAsync(session => session.Id == Secrets.IdOf(key));

    /// <summary>Where somebody is signed in, the latest first.</summary>
    public async Task<IReadOnlyList<Session>> OfAsync(string account, CancellationToken cancel)
    {
        await using var context = await accounts.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        return await context.Sessions.AsNoTracking().Where(session => session.Account == account && session.ExpiresAt > now).OrderByDescending(session => session.SeenAt).ToListAsync(cancel);
    }

    /// <summary>Ends one session of somebody.</summary>
    public Task EndAsync(string account, string id) => EndAsync(session => session.Account == account && session.Id == id);

    /// <summary>Ends all sessions of somebody, but for the one that asks for it.</summary>
    public Task EndAllAsync(string account, string? but = null) => EndAsync(session => session.Account == account && session.Id != but);

    private async Task EndAsync(System.Linq.Expressions.Expression<Func<Session, bool>> which)
    {
        await using var context = await accounts.CreateDbContextAsync();
        foreach (var id in await context.Sessions.Where(which).Select(session => session.Id).ToListAsync()) cache.Remove(KeyOf(id));
        await context.Sessions.Where(which).ExecuteDeleteAsync();
    }

    private static string AccountOf(AuthenticationTicket ticket) =>
        ticket.Principal.FindFirst(System.Security.Claims.ClaimTypes.NameIdentifier)?.Value ?? throw new InvalidOperationException("a session of nobody");

    private static string KeyOf(string id) => "session/" + id;
}
