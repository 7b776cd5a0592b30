using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Access.People;

/// <summary>What lets nobody in any more, and is deleted once nobody asks for it either. What is ended or revoked is gone at once.</summary>
public sealed class Leftovers(IDbContextFactory<AccountsContext> accounts, TimeProvider clock)
{
    /// <summary>Sessions say where somebody was and with which browser: not kept for longer than a clock may be wrong. Nothing shows links.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    /// <summary>On the page of the account one sees for this long why a program is turned away.</summary>
    public static readonly TimeSpan GraceOfTokens = TimeSpan.FromDays(90);

    /// <summary>Deletes them.</summary>
    public async Task TidyAsync(CancellationToken cancel)
    {
        var (ended, tokensEnded) = (clock.GetUtcNow() - Grace, clock.GetUtcNow() - GraceOfTokens);
        await using var context = await accounts.CreateDbContextAsync(cancel);
        await context.Sessions.Where(session => session.ExpiresAt < ended).ExecuteDeleteAsync(cancel);
        await context.Links.Where(link => link.ExpiresAt < ended).ExecuteDeleteAsync(cancel);
        await context.Tokens.Where(token => token.ExpiresAt < tokensEnded).ExecuteDeleteAsync(cancel);
    }
}
