using Kakehashi.Access.People;
using Kakehashi.Kernel;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Kakehashi.Access.SignIn;

/// <summary>Where everybody passes who has shown who they are, by whatever means.</summary>
public sealed class WayIn(SignInManager<Account> signIn)
{
    /// <summary>Begins a session.</summary>
    /// <param name="account">Who it is, beyond doubt.</param>
    /// <param name="method">How that was shown: <c>password</c>, <c>passkey</c>, <c>provider</c>, <c>link</c>.</param>
    /// <param name="kept">What the session is to remember.</param>
    /// <returns>Refusals: <c>sign-in.disabled</c>, <c>sign-in.locked</c>.</returns>
    public async Task<Refusal?> EnterAsync(Account account, string method, AuthenticationProperties? kept = null)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (account.IsDisabled) return SignInRefusals.Disabled;
        // a password that somebody else guesses at keeps nobody out who comes otherwise
        if (method == Password && await signIn.UserManager.IsLockedOutAsync(account)) return SignInRefusals.Locked;
        // what a browser had before ends: a session is never taken over into another
        await signIn.SignOutAsync();
        await signIn.SignInAsync(account, kept ?? new(), method);
        return null;
    }

    public const string Password = "password";
    public const string Passkey = "passkey";
    public const string Link = "link";
    public const string Provider = "provider";
}
