using Kakehashi.Access.SignIn;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Kakehashi.Access.People;

/// <summary>A role to be given: which, and for which unit; null for the whole university.</summary>
public sealed record NewGrant(Role Role, long? Unit);

/// <summary>Operations on accounts: who is added, invited, given roles, shut out.</summary>
public sealed class AccountDesk(UserManager<Account> users, AccountsContext context, Actors actors, Sessions sessions, Workspace workspace, TimeProvider clock)
{
    /// <summary>How long an invitation can be taken up.</summary>
    private static readonly TimeSpan InvitationLasts = TimeSpan.FromDays(7);

    /// <summary>How long the first administrator has.</summary>
    private static readonly TimeSpan FirstLasts = TimeSpan.FromDays(1);

    /// <summary>Adds somebody, who can sign in once the invitation is taken up.</summary>
    /// <returns>Refusals: <c>people.no-name</c>, <c>people.no-role</c>, <c>people.bad-name</c>, <c>people.name-taken</c>.</returns>
    public async Task<Result<Account>> AddAsync(string userName, string displayName, IReadOnlyList<NewGrant> grants)
    {
        if (string.IsNullOrWhiteSpace(displayName)) return PeopleRefusals.NoName;
        if (grants.Count == 0) return PeopleRefusals.NoRole;
        await using var transaction = await context.Database.BeginTransactionAsync();
        var account = new Account { UserName = userName.Trim(), DisplayName = displayName.Trim(), CreatedAt = clock.GetUtcNow() };
        var made = await users.CreateAsync(account);
        if (!made.Succeeded) return PeopleRefusals.Of(made);
        Give(account.Id, grants);
        await context.SaveChangesAsync();
        await transaction.CommitAsync();
        return account;
    }

    /// <summary>Calls somebody otherwise, and gives these roles in place of those before. Whoever is the last administrator stays one.</summary>
    /// <returns>Refusals: <c>people.no-name</c>, <c>people.no-role</c>, <c>people.last-administrator</c>.</returns>
    public async Task<Refusal?> ChangeAsync(Account account, string displayName, IReadOnlyList<NewGrant> grants)
    {
        if (string.IsNullOrWhiteSpace(displayName)) return PeopleRefusals.NoName;
        if (grants.Count == 0) return PeopleRefusals.NoRole;
        await using var transaction = await BeginInTurnAsync();
        account.DisplayName = displayName.Trim();
        var renamed = await users.UpdateAsync(account);
        if (!renamed.Succeeded) return PeopleRefusals.Of(renamed);
        var before = await context.Grants.Where(grant => grant.Account == account.Id).ToListAsync();
        context.Grants.RemoveRange(before);
        Give(account.Id, grants);
        await context.SaveChangesAsync();
        if (before.Exists(IsAdministrator) && !await HasAdministratorAsync()) return PeopleRefusals.LastAdministrator;
        await transaction.CommitAsync();
        actors.Forget(account.Id);
        return null;
    }

    /// <summary>Letters go to this address from now on, in this language.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="address">The mail address; null for no letters.</param>
    /// <param name="language">The language of letters.</param>
    /// <returns>Refusals: <c>people.no-address</c>.</returns>
    public async Task<Refusal?> WriteToAsync(Account account, string? address, Language language)
    {
        if (address is not null && !MailSettingsReader.IsAddress(address)) return PeopleRefusals.NoAddress;
        (account.Email, account.Language) = (address, language);
        var updated = await users.UpdateAsync(account);
        return updated.Succeeded ? null : PeopleRefusals.Of(updated);
    }

    /// <summary>Shuts somebody out, or lets them in again; open sessions and links that were given end at once.</summary>
    /// <returns>Refusals: <c>people.last-administrator</c>.</returns>
    public async Task<Refusal?> DisableAsync(Account account, bool isDisabled)
    {
        await using var transaction = await BeginInTurnAsync();
        account.IsDisabled = isDisabled;
        var updated = await users.UpdateAsync(account);
        if (!updated.Succeeded) return PeopleRefusals.Of(updated);
        if (isDisabled && !await HasAdministratorAsync()) return PeopleRefusals.LastAdministrator;
        if (isDisabled) await context.Links.Where(link => link.Account == account.Id).ExecuteDeleteAsync();
        await transaction.CommitAsync();
        actors.Forget(account.Id);
        if (isDisabled) await sessions.EndAllAsync(account.Id);
        return null;
    }

    /// <summary>The secret of a new link by which somebody sets a password; links given before end.</summary>
    /// <returns>Refusals: <c>people.disabled</c>.</returns>
    public async Task<Result<string>> InviteAsync(Account account)
    {
        if (account.IsDisabled) return PeopleRefusals.Disabled;
        await context.Links.Where(link => link.Account == account.Id).ExecuteDeleteAsync();
        return await LinkAsync(account.Id, InvitationLasts);
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

    /// <summary>Uses a link: the account has the password from then on, the link is gone, and who was signed in with the one before is out.</summary>
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
        await users.SetLockoutEndDateAsync(account, null);
        await transaction.CommitAsync();
        actors.Forget(account.Id);
        await sessions.EndAllAsync(account.Id);
        return account;
    }

    /// <summary>Whether anybody administers the whole university and can sign in.</summary>
    public Task<bool> HasAdministratorAsync() => context.Grants.AnyAsync(grant => grant.Role == Role.Administrator && grant.Unit == null
        && context.Users.Any(user => user.Id == grant.Account && !user.IsDisabled));

    /// <summary>Two administrators who take each other's place away at the same moment would each still see the other there.</summary>
    private async Task<IDbContextTransaction> BeginInTurnAsync()
    {
        var transaction = await context.Database.BeginTransactionAsync();
        await workspace.Database.TakeTurnAsync(context, CancellationToken.None);
        return transaction;
    }

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

    private void Give(string account, IReadOnlyList<NewGrant> grants) =>
        context.Grants.AddRange(grants.Distinct().Select(grant => new Grant { Account = account, Role = grant.Role, Unit = grant.Unit }));

    private static bool IsAdministrator(Grant grant) => grant is { Role: Role.Administrator, Unit: null };
}
