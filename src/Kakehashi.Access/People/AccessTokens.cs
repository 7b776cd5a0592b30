using Kakehashi.Access.SignIn;
using Kakehashi.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Access.People;

/// <summary>A token that was just made; its text is shown once.</summary>
public sealed record MadeToken(AccessToken Kept, string Text);

/// <summary>Operations on tokens: somebody makes one for a program, and takes it back.</summary>
public sealed class AccessTokens(IDbContextFactory<AccountsContext> accounts, TimeProvider clock)
{
    /// <summary>The days for which a token can be made on the page.</summary>
    public static IReadOnlyList<int> Days { get; } = [30, 90, 365];

    /// <summary>What a program may be given.</summary>
    public static IReadOnlyList<TokenScope> Scopes { get; } = [TokenScope.Read, TokenScope.ReadPersonal, TokenScope.Write];

    private const int LongestName = 100;

    private const int Ending = 4;

    /// <summary>Makes one.</summary>
    /// <returns>Refusals: <c>people.no-token-name</c>.</returns>
    public async Task<Result<MadeToken>> MakeAsync(string account, string name, TokenScope scope, int days)
    {
        name = name.Trim();
        if (name.Length is 0 or > LongestName) return PeopleRefusals.NoTokenName;
        var text = TokenSignIn.Prefix + Secrets.New();
        var now = clock.GetUtcNow();
        var token = new AccessToken { Id = Secrets.IdOf(text), Account = account, Name = name, Ending = text[^Ending..], Scope = scope, CreatedAt = now, ExpiresAt = now.AddDays(days) };
        await using var context = await accounts.CreateDbContextAsync();
        context.Tokens.Add(token);
        await context.SaveChangesAsync();
        return new MadeToken(token, text);
    }

    /// <summary>Those of somebody, the latest first; expired ones too, so that one sees why a program is turned away.</summary>
    public async Task<IReadOnlyList<AccessToken>> OfAsync(string account, CancellationToken cancel)
    {
        await using var context = await accounts.CreateDbContextAsync(cancel);
        return await context.Tokens.AsNoTracking().Where(token => token.Account == account).OrderByDescending(token => token.CreatedAt).ToListAsync(cancel);
    }

    /// <summary>Takes one of somebody's back: the next request with it is turned away.</summary>
    public async Task RevokeAsync(string account, string id)
    {
        await using var context = await accounts.CreateDbContextAsync();
        await context.Tokens.Where(token => token.Account == account && token.Id == id).ExecuteDeleteAsync();
    }

    /// <summary>What a scope is called.</summary>
    public static Text Words(TokenScope scope) => scope switch
    {
        TokenScope.Read => ("閲覧のみ（個人情報を除く）", "Read, without personal data"),
        TokenScope.Calendar => ("カレンダーの閲覧のみ", "Read a calendar"),
        TokenScope.ReadPersonal => ("閲覧のみ（個人情報を含む）", "Read, with personal data"),
        _ => ("閲覧と入力", "Read and write"),
    };
}
