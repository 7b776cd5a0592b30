using Kakehashi.Access.People;
using Kakehashi.ExportControl.Cases;
using Kakehashi.ExportControl.Lists;
using Kakehashi.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Web.Tests.ExportControl;

/// <summary>Whoever enters the database is looked for in the lists; one story, since each version of a list touches all records.</summary>
public sealed class ScreeningByItself(ListedPartners partners) : IClassFixture<ListedPartners>
{
    private const string Institute = "1,機関,Qaltan Institute of Rocket Engineering,,KZ,\"M\"";
    private const string Works = "2,機関,Vostrikov Optical Works,,BY,\"N\"";
    private const string Person = "3,個人,Temirlan ABDRAKHMANOV,,KZ,";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Opens_cases_keeps_what_is_cleared_and_asks_again_when_either_side_changes()
    {
        await partners.Publish(1, Institute, Works, Person);
        var opened = Assert.Single(await partners.Cases(partners.Institute));
        Assert.Equal((CaseState.Open, "KZ", ListedKind.Organisation), (opened.State, opened.Country, opened.Kind));
        var hit = Assert.Single(opened.Hits);
        Assert.Equal(("OWN", "1", "M", new DateOnly(2026, 5, 1)), (hit.List, hit.Number, hit.Concerns, hit.ListedOn));
        Assert.Contains("国・地域が一致", hit.Why.Ja);
        Assert.Contains("the country agrees", hit.Why.En);
        // the party of an agreement as it was signed, and the person who comes
        Assert.Equal("Vostrikov Optical Works", Assert.Single(await partners.Cases(partners.Agreement)).Subject);
        Assert.Equal(ListedKind.Person, Assert.Single(await partners.Cases(partners.Visit)).Kind);
        Assert.Empty(await partners.Cases(partners.Harmless));
        var runs = await partners.Runs();
        await partners.Desk.ScreenAsync(Cancel);
        Assert.Equal(runs, await partners.Runs());

        var cleared = await Decide(opened, HitVerdict.NotSame, ClearingReason.Activity, null);
        Assert.Equal(CaseState.Cleared, cleared.Value!.State);
        // what is not compared says nothing new
        await partners.Change(partners.Institute, "organisation", ("city", "Qaltan"));
        Assert.Single(await partners.Cases(partners.Institute));
        await partners.Change(partners.Institute, "organisation", ("country", null));
        var again = await partners.Cases(partners.Institute);
        Assert.Equal([CaseState.Cleared, CaseState.Open], again.Select(one => one.State));
        await Decide(again[1], HitVerdict.Same, null, "The website names the same works.");
        Assert.Equal(CaseState.Confirmed, (await partners.Cases(partners.Institute))[1].State);

        // another version with nothing new of them, and one more entry
        await partners.Publish(2, Institute, Works, Person, "4,機関,Lakeside College of Music,,CA,");
        Assert.Equal(2, (await partners.Cases(partners.Institute)).Count);
        Assert.Equal(CaseState.Open, Assert.Single(await partners.Cases(partners.Harmless)).State);

        // the list says more of one, and the other is no longer on it
        await partners.Publish(3, Institute.Replace("\"M\"", "\"M,N\"", StringComparison.Ordinal), Works, Person);
        Assert.Equal(CaseState.Open, (await partners.Cases(partners.Institute))[^1].State);
        var lapsed = Assert.Single(await partners.Cases(partners.Harmless));
        Assert.Equal((CaseState.Lapsed, true), (lapsed.State, lapsed.Hits[0].IsGone));
        Assert.NotNull(lapsed.ClosedOn);

        // who enters later is asked for in all of the list
        var late = partners.Enter("mobility_period", ("reference", "M-2"), ("direction", "in"), ("kind", "student"), ("person_name", "ABDRAKHMANOV Temirlan"), ("nationality", "KZ"), ("started_on", new DateOnly(2026, 6, 1)));
        await partners.Desk.ScreenAsync(Cancel);
        Assert.Equal(CaseState.Open, Assert.Single(await partners.Cases(late)).State);
        await partners.Withdraw(late, "mobility_period");
        Assert.Equal(CaseState.Lapsed, Assert.Single(await partners.Cases(late)).State);

        await Looking(partners.Visit);
    }

    /// <summary>The pages, and who has looked.</summary>
    private async Task Looking(long stay)
    {
        var one = Assert.Single(await partners.Cases(stay));
        using var control = await partners.ClientOf(new NewGrant(Role.ExportController, null));
        var paths = new[] { $"screening/cases/{one.Number}", "screening", $"screening-cases/{one.Number}", "screening-cases/export.csv", "screening/lists" };
        foreach (var path in paths.SkipLast(1))
            Assert.Contains("Abdrakhmanov", await control.GetStringAsync($"/en/{path}", Cancel), StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"screening/cases/{one.Number}", await control.GetStringAsync($"/ja/mobility-periods/{stay}", Cancel));
        var list = Assert.Single(partners.Services.GetRequiredService<ListShelf>().Folder.All().Value!, kept => kept.PublishedOn.Day == 3);
        var version = await control.GetStringAsync($"/en/screening/lists/own/{list.Sha256[..12]}", Cancel);
        Assert.Contains("0 added, 1 changed, 1 removed", version);
        Assert.Contains("types of concern", version);
        var looks = await partners.Services.GetRequiredService<Looks>().LatestAsync(null, one.Number, null, 20, Cancel);
        Assert.True(looks.Count >= 2);

        using var officer = await partners.ClientOf(new NewGrant(Role.Administrator, null));
        foreach (var path in paths)
        {
            using var answer = await officer.GetAsync(new Uri($"/en/{path}", UriKind.Relative), Cancel);
            Assert.True((int)answer.StatusCode is 403 or 404, $"{path}: {answer.StatusCode}");
        }

        Assert.DoesNotContain("screening/cases", await officer.GetStringAsync($"/en/mobility-periods/{stay}", Cancel));
    }

    private Task<Result<ScreeningCase>> Decide(ScreeningCase one, HitVerdict verdict, ClearingReason? because, string? note) =>
        partners.Workspace.DecideAsync(one.Number, one.Version, new([.. one.Hits.Select(hit => hit.Pair)], verdict, because, note), Actor.Local, Cancel);
}
