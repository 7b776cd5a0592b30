using Kakehashi.Access.People;
using Kakehashi.Access.SignIn;
using Kakehashi.Kernel;
using Kakehashi.Platform.Mail;
using Kakehashi.Strategy.Assessments.Rounds;
using Kakehashi.TestServers;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Web.Tests.Assessments;

public sealed class RemindingUnits(Faculties faculties) : IClassFixture<Faculties>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Writes_to_whoever_writes_for_a_unit_once_a_day_in_their_language()
    {
        await WritesTo(new NewGrant(Role.Contributor, faculties.Engineering), "engineering@example.ac.jp", Language.Ja);
        await WritesTo(new NewGrant(Role.Officer, faculties.Arts), "science@example.ac.jp", Language.En);
        await WritesTo(new NewGrant(Role.Viewer, faculties.Arts), "viewer@example.ac.jp", Language.En);
        await faculties.Open(faculties.Workspace.Today.AddDays(7));
        // one more that nobody has to be reminded of today
        await faculties.Open(faculties.Workspace.Today.AddDays(5));
        Assert.Equal(2, await New().QueueDueAsync(Cancel));
        Assert.Equal(0, await New().QueueDueAsync(Cancel));
        var letters = await faculties.Services.GetRequiredService<Outbox>().LatestAsync(null, 0, 10, Cancel);
        Assert.Equal(["engineering@example.ac.jp", "science@example.ac.jp"], letters.Select(letter => letter.To).Order());
        var (japanese, english) = (letters.Single(letter => letter.Language == Language.Ja), letters.Single(letter => letter.Language == Language.En));
        Assert.Contains("締切まであと7日です", japanese.Subject);
        Assert.Contains("2件がまだ提出されていません", japanese.Body);
        Assert.Contains("7 days to the deadline", english.Subject);
        Assert.Contains("Faculty of Science", english.Body);
    }

    /// <summary>As after a restart: it has forgotten what it has done today.</summary>
    private RoundReminders New() => new(faculties.Workspace, faculties.Services.GetRequiredService<Outbox>(), faculties.Services.GetRequiredService<Recipients>(), faculties.Services.GetRequiredService<PublicAddress>());

    private async Task WritesTo(NewGrant grant, string mail, Language language)
    {
        var (account, _) = await Door.Somebody(faculties.Services, grant);
        await using var scope = faculties.Services.CreateAsyncScope();
        var kept = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByIdAsync(account.Id);
        Assert.Null(await scope.ServiceProvider.GetRequiredService<AccountDesk>().WriteToAsync(kept!, mail, language));
    }
}
