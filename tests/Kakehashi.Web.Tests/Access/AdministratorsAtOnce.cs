using Kakehashi.Access.People;
using Kakehashi.Kernel;
using Kakehashi.TestServers;
using Kakehashi.Web.Tests.Api;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Web.Tests.Access;

/// <summary>Each takes the other's place away at the same moment: both may, one after the other, but not both.</summary>
public abstract class AdministratorsAtOnce(Workplace workplace)
{
    private const int Rounds = 15;

    [Fact]
    public Task Who_disable_each_other_leave_one_of_them() => LeaveOne((desk, account) => desk.DisableAsync(account, true));

    [Fact]
    public Task Who_give_each_other_a_lesser_role_leave_one_of_them() => LeaveOne((desk, account) => desk.ChangeAsync(account, "Somebody", [new(Role.Viewer, null)]));

    private async Task LeaveOne(Func<AccountDesk, Account, Task<Refusal?>> takeAway)
    {
        await using var office = await workplace.Another();
        var (one, _) = await Door.Somebody(office.Services);
        var (other, _) = await Door.Somebody(office.Services);
        await OnlyThese(office, one, other);
        for (var round = 0; round < Rounds; round++)
        {
            using var both = new Barrier(2);
            var answers = await Task.WhenAll(Task.Run(() => Do(office, one.Id, takeAway, both)), Task.Run(() => Do(office, other.Id, takeAway, both)));
            Assert.Equal(["people.last-administrator"], answers.OfType<Refusal>().Select(refusal => refusal.Code));
            foreach (var account in new[] { one, other })
            {
                Assert.Null(await Do(office, account.Id, (desk, again) => desk.DisableAsync(again, false)));
                Assert.Null(await Do(office, account.Id, (desk, again) => desk.ChangeAsync(again, "Somebody", [new(Role.Administrator, null)])));
            }
        }
    }

    /// <summary>The office itself was opened by an administrator.</summary>
    private static async Task OnlyThese(Office office, Account one, Account other)
    {
        foreach (var row in await office.Services.GetRequiredService<PeopleReader>().FindAsync(null, TestContext.Current.CancellationToken))
            if (row.Account.Id != one.Id && row.Account.Id != other.Id) Assert.Null(await Do(office, row.Account.Id, (desk, account) => desk.DisableAsync(account, true)));
    }

    private static async Task<Refusal?> Do(Office office, string id, Func<AccountDesk, Account, Task<Refusal?>> what, Barrier? both = null)
    {
        await using var scope = office.Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByIdAsync(id);
        both?.SignalAndWait(TestContext.Current.CancellationToken);
        return await what(scope.ServiceProvider.GetRequiredService<AccountDesk>(), account!);
    }
}

public sealed class AdministratorsAtOnceInSqlite(Workplace workplace) : AdministratorsAtOnce(workplace);

[Collection(nameof(OnPostgres))]
[Trait("Needs", "server")]
public sealed class AdministratorsAtOnceInPostgres : AdministratorsAtOnce
{
    public AdministratorsAtOnceInPostgres(WorkplaceOnPostgres workplace)
        : base(workplace) => PostgresServer.Skip();
}
