using System.Security.Claims;
using Kakehashi.Access.People;
using Kakehashi.Kernel;
using Microsoft.AspNetCore.Identity;

namespace Kakehashi.Access.SignIn.Provider;

/// <summary>Whose account it is with whom the provider has spoken.</summary>
internal sealed class ProviderAccounts(UserManager<Account> users, AccountDesk desk, OidcSettings settings)
{
    /// <summary>
    /// The account that is linked; at the first time the one of that user name or e-mail address, which is linked from then
    /// on. The key of the link is what the provider calls the person for good: names and addresses may pass to others.
    /// </summary>
    /// <returns>Refusals: <c>provider.unknown-account</c>, <c>provider.unverified</c>, <c>provider.other-link</c>.</returns>
    public async Task<Result<Account>> FindAsync(ClaimsPrincipal person)
    {
        var login = new UserLoginInfo(settings.Issuer.AbsoluteUri, person.FindFirstValue(ClaimTypes.NameIdentifier)!, null);
        if (await users.FindByLoginAsync(login.LoginProvider, login.ProviderKey) is { } linked) return linked;
        var found = await CandidateAsync(person) is { } candidate ? await MayLinkAsync(candidate, person, login) : await AddAsync(person);
        if (!found.IsDone) return found;
        return (await users.AddLoginAsync(found.Value, login)).Succeeded ? found : SignInRefusals.OtherLink;
    }

    private async Task<Account?> CandidateAsync(ClaimsPrincipal person)
    {
        var (name, email) = (person.FindFirstValue(settings.UserNameClaim), person.FindFirstValue("email"));
        var account = name is null ? null : await users.FindByNameAsync(name);
        // the address that letters go to is whatever the person wrote there: it proves nothing
        if (account is null && email is not null) account = await users.FindByNameAsync(email);
        // nobody real is one of the people of the demonstration
        return account is { IsPersona: false } ? account : null;
    }

    private async Task<Result<Account>> MayLinkAsync(Account account, ClaimsPrincipal person, UserLoginInfo login)
    {
        if (!string.Equals(person.FindFirstValue("email_verified"), "true", StringComparison.OrdinalIgnoreCase)) return SignInRefusals.Unverified;
        var isOfOther = (await users.GetLoginsAsync(account)).Any(other => other.LoginProvider == login.LoginProvider);
        return isOfOther ? SignInRefusals.OtherLink : account;
    }

    private async Task<Result<Account>> AddAsync(ClaimsPrincipal person)
    {
        if (!settings.LetsUnknownIn) return SignInRefusals.UnknownAccount;
        var name = person.FindFirstValue(settings.UserNameClaim) ?? person.FindFirstValue("email");
        return name is null ? SignInRefusals.UnknownAccount : await desk.AddAsync(name, person.FindFirstValue("name") ?? name, [new(Role.Viewer, null)]);
    }
}
