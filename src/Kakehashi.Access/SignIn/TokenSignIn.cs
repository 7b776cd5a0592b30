using System.Security.Claims;
using System.Text.Encodings.Web;
using Kakehashi.Access.People;
using Kakehashi.Platform.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kakehashi.Access.SignIn;

/// <summary>A program that asks with <c>Authorization: Bearer kkh_…</c>.</summary>
internal sealed class TokenSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, IDbContextFactory<AccountsContext> accounts)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string Name = "token";

    /// <summary>What every token begins with, so that scanners of leaked secrets know it.</summary>
    public const string Prefix = "kkh_";

    /// <summary>The claim with the scope.</summary>
    public const string ScopeClaim = "scope";

    private const string Bearer = "Bearer ";

    private static readonly TimeSpan UsedEvery = TimeSpan.FromMinutes(1);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        var id = Secrets.IdOf(header[Bearer.Length..].Trim());
        await using var context = await accounts.CreateDbContextAsync(Context.RequestAborted);
        var token = await context.Tokens.FirstOrDefaultAsync(one => one.Id == id, Context.RequestAborted);
        var now = TimeProvider.GetUtcNow();
        if (token is null || token.Scope == TokenScope.Calendar || token.ExpiresAt < now) return AuthenticateResult.Fail("the token is unknown, revoked or expired");
        if (token.UsedAt is null || now - token.UsedAt > UsedEvery)
        {
            token.UsedAt = now;
            await context.SaveChangesAsync(Context.RequestAborted);
            await context.SeeAsync(token.Account, now, Context.RequestAborted);
        }

        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, token.Account), new(ScopeClaim, token.Scope.ToString())], Name);
        return AuthenticateResult.Success(new(new(identity), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => RecordsApi.AnswerNobodyAsync(Context);
}
