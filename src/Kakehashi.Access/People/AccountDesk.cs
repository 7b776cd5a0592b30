using Kakehashi.Access.SignIn;
using Kakehashi.Kernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Access.People;

/// <summary>A role to be given: which, and for which unit; null for the whole university.</summary>
public sealed record NewGrant(Role Role, long? Unit);

/// <summary>Operations on accounts: who is added, invited, given roles, shut out.</summary>
public sealed class AccountDesk(UserManager<Account> users, AccountsContext context, Actors actors, Sessions sessions, TimeProvider clock)
{
    /// <summary>How long an invitation can be taken up.</summary>
    private static readonly TimeSpan InvitationLasts = TimeSpan.FromDays(7);

    /// <summary>How long the first administrator has.</summary>
    private static readonly TimeSpan FirstLasts = TimeSpan.FromDays(1);

    /// <summary>Adds somebody, who can sign in once the invitation is taken up.</summary>
    /// <returns>Refusals: <c>people.bad-name</c>, <c>people.name-taken</c>, <c>people.no-role</c>.</returns>
    public async Task<Result<Account>> AddAsync(string userName, string displayName, IReadOnlyList<NewGrant> grants)
    {
        if (string.IsNullOrWhiteSpace(displayName)) return PeopleRefusals.NoName;
        var account = new Account { UserName = userName.Trim(), DisplayName = displayName.Trim(), CreatedAt = clock.GetUtcNow() };
        var made = await users.CreateAsync(account);
        if (!made.Succeeded) return PeopleRefusals.Of(made);
        await GrantAsync(account.Id, grants);
        return account;
    }

    /// <summary>Gives somebody these roles in place of those before. Whoever is the last administrator stays one.</summary>
    /// <returns>Refusals: <c>people.last-administrator</c>.</returns>
    public async Task<Refusal?> GrantAsync(string account, IReadOnlyList<NewGrant> grants)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        var before = await context.Grants.Where(grant => grant.Account == account).ToListAsync();
        context.Grants.RemoveRange(before);
        context.Grants.AddRange(grants.Distinct().Select(grant => new Grant { Account = account, Role = grant.Role, Unit = grant.Unit }));
        await context.SaveChangesAsync();
        if (before.Exists(IsAdministrator) && !await HasAdministratorAsync()) return PeopleRefusals.LastAdministrator;
        await transaction.CommitAsync();
        actors.Forget(account);
        return null;
    }

    /// <summary>Shuts somebody out, or lets them in again; open sessions end at once.</summary>
    /// <returns>Refusals: <c>people.last-administrator</c>.</returns>
    public async Task<Refusal?> DisableAsync(Account account, bool isDisabled)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        account.IsDisabled = isDisabled;
        await users.UpdateAsync(account);
        if (isDisabled && !await HasAdministratorAsync()) return PeopleRefusals.LastAdministrator;
        await transaction.CommitAsync();
        actors.Forget(account.Id);
        if (isDisabled) await sessions.EndAllAsync(account.Id);
        return null;
    }

    /// <summary>The secret of a new link by which somebody sets a password; links given before end.</summary>
    public async Task<string> InviteAsync(string account)
    {
        await context.Links.Where(link => link.Account == account).ExecuteDeleteAsync();
        return await LinkAsync(account, InvitationLasts);
    }

    /// <summary>The secret of the link that makes the first administrator; null where there is one already.</summary>
    public async Task<string?> FirstLinkAsync()
    {
        if (await HasAdministratorAsync()) return null;
        await context.Links.Where(link => link.Account == null).ExecuteDeleteAsync();
        return await LinkAsync(null, FirstLasts);
    }

    /// <summary>The link of a secret; null where it is unknown, used or too old.</summary>
    public Task<OneTimeLink?> FindLinkAsync(string secret)
    {
        var (id, now) = (Secrets.IdOf(secret), clock.GetUtcNow());
        return context.Links.AsNoTracking().FirstOrDefaultAsync(link => link.Id == id && link.ExpiresAt > now);
    }

    /// <summary>Uses a link: the account has the password from then on, and the link is gone.</summary>
    public async Task<Result<Account>> TakeUpAsync(OneTimeLink link, string userName, string displayName, string password)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        // whoever deletes it has it: of two who use it at once, one
        if (await context.Links.Where(one => one.Id == link.Id).ExecuteDeleteAsync() == 0) return PeopleRefusals.LinkUsed;
        var account = link.Account is { } known ? await users.FindByIdAsync(known) : null;
        if (account is null)
        {
            var added = await AddNewAsync(userName, displayName);
            if (!added.IsDone) return added;
            account = added.Value;
        }

        await users.RemovePasswordAsync(account);
        var set = await users.AddPasswordAsync(account, password);
        if (!set.Succeeded) return PeopleRefusals.Of(set);
        await transaction.CommitAsync();
        actors.Forget(account.Id);
        return account;
    }

    /// <summary>Whether anybody administers the whole university and can sign in.</summary>
    public Task<bool> HasAdministratorAsync() => context.Grants.AnyAsync(grant => grant.Role == Role.Administrator && grant.Unit == null
        && context.Users.Any(user => user.Id == grant.Account && !user.IsDisabled));

    private async Task<Result<Account>> AddNewAsync(string userName, string displayName)
    {
        if (string.IsNullOrWhiteSpace(displayName)) return PeopleRefusals.NoName;
        var account = new Account { UserName = userName.Trim(), DisplayName = displayName.Trim(), CreatedAt = clock.GetUtcNow() };
        var made = await users.CreateAsync(account);
        if (!made.Succeeded) return PeopleRefusals.Of(made);
        context.Grants.Add(new() { Account = account.Id, Role = Role.Administrator });
        await context.SaveChangesAsync();
        return account;
    }

    private async Task<string> LinkAsync(string? account, TimeSpan lasts)
    {
        var secret = Secrets.New();
        context.Links.Add(new() { Id = Secrets.IdOf(secret), Account = account, ExpiresAt = clock.GetUtcNow() + lasts });
        await context.SaveChangesAsync();
        return secret;
    }

    private static bool IsAdministrator(Grant grant) => grant is { Role: Role.Administrator, Unit: null };
}

/// <summary>What operations on accounts refuse.</summary>
internal static class PeopleRefusals
{
    public static Refusal NoName { get; } = new("people.no-name", ("氏名を入力してください。", "Enter the person’s name."));

    public static Refusal LinkUsed { get; } = new("people.link-used", (
        "このリンクは使用済みか、期限が切れています。管理者に新しいリンクを依頼してください。", "This link has been used, or is too old. Ask an administrator for a new one."));

    public static Refusal LastAdministrator { get; } = new("people.last-administrator", (
        "大学全体の管理者がいなくなるため、変更できません。先に別の管理者を決めてください。", "Nobody would administer the university any more. Make somebody else an administrator first."));

    /// <summary>What Identity says, in our words.</summary>
    public static Refusal Of(IdentityResult result) => result.Errors.First().Code switch
    {
        nameof(IdentityErrorDescriber.DuplicateUserName) => new("people.name-taken", ("このユーザー名はすでに使われています。別の名前にしてください。", "This user name is taken. Choose another.")),
        nameof(IdentityErrorDescriber.InvalidUserName) => new("people.bad-name", ("ユーザー名には、半角の英数字と . - _ @ + だけを使ってください。", "A user name has only unaccented letters, digits and . - _ @ +.")),
        nameof(IdentityErrorDescriber.PasswordTooShort) => new("people.short-password", ("パスワードは12文字以上にしてください。短い文を使うと覚えやすくなります。", "Use at least 12 characters; a short sentence is easy to remember.")),
        nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars) => new("people.weak-password", ("パスワードには5種類以上の文字を使ってください。", "Use at least five different characters in the password.")),
        nameof(IdentityErrorDescriber.ConcurrencyFailure) => new("record.changed", ("ほかの人が同時に変更しました。もう一度お試しください。", "Somebody else changed it at the same moment. Please try again.")),
        var code => new("people.refused", ($"登録できません({code})。", $"This cannot be done ({code}).")),
    };
}
