using Kakehashi.Access.People;
using Kakehashi.Kernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace Kakehashi.Access.SignIn.Passkeys;

/// <summary>Operations on one's own passkeys, and the way in by them.</summary>
public sealed class PasskeyDesk(SignInManager<Account> signIn, WayIn door, WayInLetters letters)
{
    private const int LongestName = 100;
    internal const int Most = 20;

    private UserManager<Account> Users => signIn.UserManager;

    /// <summary>An account by its key.</summary>
    public Task<Account?> FindAsync(string account) => Users.FindByIdAsync(account);

    /// <summary>What somebody has, the oldest first.</summary>
    public async Task<IReadOnlyList<UserPasskeyInfo>> ListAsync(Account account) => [.. (await Users.GetPasskeysAsync(account)).OrderBy(passkey => passkey.CreatedAt)];

    /// <summary>What the browser needs to make one; a device that has one already makes no second.</summary>
    public async Task<string> OptionsAsync(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return await signIn.MakePasskeyCreationOptionsAsync(new() { Id = account.Id, Name = account.UserName!, DisplayName = account.DisplayName });
    }

    /// <summary>Adds what the browser has made.</summary>
    /// <returns>Refusals: <c>passkey.not-made</c>, <c>passkey.too-many</c>.</returns>
    public async Task<Refusal?> AddAsync(Account account, string credential, string name)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(name);
        if ((await Users.GetPasskeysAsync(account)).Count >= Most) return PasskeyRefusals.TooMany;
        if (credential.Length == 0 || await AttestAsync(credential) is not { Succeeded: true } made || made.UserEntity.Id != account.Id) return PasskeyRefusals.NotMade;
        var called = name.Trim();
        made.Passkey.Name = called.Length > LongestName ? called[..LongestName] : called;
        if (!(await Users.AddOrUpdatePasskeyAsync(account, made.Passkey)).Succeeded) return PasskeyRefusals.NotMade;
        await letters.PasskeyAsync(account, made.Passkey.Name);
        return null;
    }

    /// <summary>Removes one; never the last way in.</summary>
    /// <returns>Refusals: <c>passkey.not-found</c>, <c>passkey.last-way-in</c>.</returns>
    public async Task<Refusal?> RemoveAsync(Account account, string id)
    {
        var passkeys = await Users.GetPasskeysAsync(account);
        if (passkeys.FirstOrDefault(passkey => IdOf(passkey) == id) is not { } passkey) return PasskeyRefusals.NotFound;
        if (passkeys.Count == 1 && !await HasOtherWayAsync(account)) return PasskeyRefusals.LastWayIn;
        await Users.RemovePasskeyAsync(account, passkey.CredentialId);
        return null;
    }

    /// <summary>Lets in whoever has shown a passkey.</summary>
    /// <returns>Refusals: <c>sign-in.passkey</c> and those of <see cref="WayIn"/>.</returns>
    public async Task<Refusal?> EnterAsync(string credential)
    {
        if (credential.Length == 0 || await AssertAsync(credential) is not { Succeeded: true } shown) return SignInRefusals.Passkey;
        // its counter, by which a copied key would give itself away
        await Users.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey);
        return await door.EnterAsync(shown.User, WayIn.Passkey);
    }

    /// <summary>Whether what was shown is a passkey of this very account.</summary>
    public async Task<bool> IsShownAsync(Account account, string credential)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (credential.Length == 0 || await AssertAsync(credential) is not { Succeeded: true } shown || shown.User.Id != account.Id) return false;
        await Users.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey);
        return true;
    }

    /// <summary>How a passkey is named in a form.</summary>
    public static string IdOf(UserPasskeyInfo passkey)
    {
        ArgumentNullException.ThrowIfNull(passkey);
        return WebEncoders.Base64UrlEncode(passkey.CredentialId);
    }

    private async Task<bool> HasOtherWayAsync(Account account) =>
        account.IsPersona || await Users.HasPasswordAsync(account) || (await Users.GetLoginsAsync(account)).Count > 0;

    /// <summary>Null where what the browser was asked is no longer known: too much time has passed.</summary>
    private async Task<PasskeyAttestationResult?> AttestAsync(string credential)
    {
        try
        {
            return await signIn.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private async Task<PasskeyAssertionResult<Account>?> AssertAsync(string credential)
    {
        try
        {
            return await signIn.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}

/// <summary>What operations on passkeys refuse.</summary>
internal static class PasskeyRefusals
{
    public static Refusal NotMade { get; } = new("passkey.not-made", (
        "パスキーを登録できませんでした。時間が経ちすぎた可能性があります。もう一度お試しください。", "The passkey could not be added; perhaps too much time has passed. Try again."));

    public static Refusal NotFound { get; } = new("passkey.not-found", ("このパスキーはすでに削除されています。", "This passkey has been removed already."));

    public static Refusal LastWayIn { get; } = new("passkey.last-way-in", (
        "サインインの手段がなくなるため、削除できません。先にパスワードを決めるか、別のパスキーを登録してください。",
        "You could not sign in any more without it. Set a password or add another passkey first."));

    public static Refusal TooMany { get; } = new("passkey.too-many", (
        $"パスキーは{PasskeyDesk.Most}個までです。使わないものを削除してください。", $"You can have {PasskeyDesk.Most} passkeys. Remove those you do not use."));

    /// <summary>A refusal by its code.</summary>
    public static Refusal? Find(string code) => new[] { NotMade, NotFound, LastWayIn, TooMany }.FirstOrDefault(refusal => refusal.Code == code);
}
