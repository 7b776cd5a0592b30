using System.Net;
using Kakehashi.Access.People;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Partnerships.Reconciling;
using Kakehashi.Partnerships.Registry;
using Kakehashi.Platform.Store;

namespace Kakehashi.Web.Tests.Reconciling;

/// <summary>Each test has a partner of its own.</summary>
public sealed class DecidingWhoIsWho(PartnersAndARegistry partners) : IClassFixture<PartnersAndARegistry>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ja", "リヨン例示大学", "確信度")]
    [InlineData("en", "Exmaple University of Lyon", "Score")]
    public async Task Lists_what_is_open_the_surest_first_and_leads_to_each(string language, string name, string score)
    {
        var page = await partners.Page($"/{language}/registry");
        var rows = page.QuerySelectorAll("#open tbody tr").Select(row => row.TextContent).ToList();
        Assert.Contains(rows, row => row.Contains(name, StringComparison.Ordinal) && row.Contains("Example University of Lyon", StringComparison.Ordinal));
        Assert.DoesNotContain(rows, row => row.Contains("Zzyzx", StringComparison.Ordinal));
        var review = await partners.Page($"/{language}/registry/{partners.Lyon}");
        Assert.Contains(score, review.QuerySelector("main")!.TextContent);
        Assert.Contains("\"mark\":\"1\"", review.QuerySelector("kk-map")!.TextContent);
        Assert.Equal(["same", "not", "none"], review.QuerySelectorAll("button[name=what]").Select(button => button.GetAttribute("value")));
        Assert.Contains($"registry/{partners.Lyon}", (await partners.Page($"/{language}/organisations/{partners.Lyon}")).QuerySelector("main")!.InnerHtml);
    }

    [Fact]
    public async Task Gives_the_ROR_id_and_what_was_empty_and_overwrites_nothing()
    {
        var registry = await Registry();
        var (entry, before) = (registry["https://ror.org/0dem00034"]!, await Organisation(partners.Sendai));
        var done = await partners.Workspace.AcceptAsync(partners.Sendai, before.Version, entry, 0.97, Actor.Local, cancel: Cancel);
        Assert.True(done.IsDone);
        var after = await Organisation(partners.Sendai);
        Assert.Equal("https://ror.org/0dem00034", Assert.Single(after.Identifiers).Value);
        Assert.Equal(("仙台例示大学", "Sendai", 1950), (after.Name.Ja, after.City, after.FoundedIn));
        var kept = Assert.Single((await partners.Workspace.RegistryDecisionsAsync(partners.Sendai, Cancel))[partners.Sendai]);
        Assert.Equal((RegistryVerdict.Same, 0.97m, false), (kept.Verdict, kept.Score, kept.AtOnce));
        Assert.Equal("organisation.has-ror", (await partners.Workspace.AcceptAsync(partners.Sendai, null, entry, null, Actor.Local, cancel: Cancel)).Refusal!.Code);
        Assert.Equal("organisation.ror-taken", (await partners.Workspace.AcceptAsync(partners.Nowhere, null, entry, null, Actor.Local, cancel: Cancel)).Refusal!.Code);
        Assert.Empty((await Organisation(partners.Nowhere)).Identifiers);
    }

    [Fact]
    public async Task Is_refused_to_whoever_looked_at_an_older_version()
    {
        var entry = (await Registry())["https://ror.org/0dem00131"]!;
        Assert.Equal("organisation.changed-meanwhile", (await partners.Workspace.AcceptAsync(partners.Lyon, 99, entry, 0.9, Actor.Local, cancel: Cancel)).Refusal!.Code);
        Assert.Equal("organisation.unknown", (await partners.Workspace.AcceptAsync(987_654, null, entry, 0.9, Actor.Local, cancel: Cancel)).Refusal!.Code);
    }

    [Fact]
    public async Task Never_asks_again_what_somebody_has_said_no_to_also_with_the_next_registry()
    {
        var found = (await Registry()).For(await Organisation(partners.Virology));
        Assert.Equal(2, found.All.Count);
        await partners.Workspace.RejectAsync(partners.Virology, found.All, Actor.Local, Cancel);
        Assert.DoesNotContain("Institute of Virology", (await partners.Page("/en/registry")).QuerySelector("#open")!.TextContent);
        Assert.Contains("There is no candidate", (await partners.Page($"/en/registry/{partners.Virology}")).QuerySelector("main")!.TextContent);

        partners.Publish("v2.jsonl", [.. PartnersAndARegistry.All, ("0dem00713", "Institute of Virology", "FR", "Lille", "active")]);
        Assert.Contains("Institute of Virology", (await partners.Page("/en/registry")).QuerySelector("#open")!.TextContent);
        var radio = Assert.Single((await partners.Page($"/en/registry/{partners.Virology}")).QuerySelectorAll("input[name=ror]"));
        Assert.EndsWith("0dem00713", radio.GetAttribute("value"));
    }

    [Fact]
    public async Task Shows_what_the_registry_says_otherwise_and_follows_what_is_chosen()
    {
        var registry = await Registry();
        await partners.Workspace.AcceptAsync(partners.Known, null, registry["https://ror.org/0dem00616"]!, null, Actor.Local, cancel: Cancel);
        // what was taken over with the id is no difference: the name is among its names, the status is not
        var page = await partners.Page("/en/registry/updates");
        var key = Assert.Single(page.QuerySelectorAll("input[name=key]"), one => one.GetAttribute("value")!.StartsWith($"{partners.Known}/", StringComparison.Ordinal)).GetAttribute("value")!;
        Assert.Equal($"{partners.Known}/status", key);
        Assert.Equal(1, (await partners.Workspace.FollowAsync(registry, new HashSet<string> { key }, Actor.Local, Cancel)).Value);
        Assert.Equal(OrganisationStatus.Inactive, (await Organisation(partners.Known)).Status);
        Assert.Equal(0, (await partners.Workspace.FollowAsync(registry, new HashSet<string> { key, "999/renamed", "x" }, Actor.Local, Cancel)).Value);
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Contributor)]
    [InlineData(Role.Strategist)]
    public async Task Is_for_those_who_keep_partners(Role role)
    {
        using var client = await partners.ClientOf(new NewGrant(role, null));
        foreach (var path in new[] { "registry", $"registry/{partners.Lyon}", "registry/updates" })
        {
            using var answer = await client.GetAsync(new Uri($"/en/{path}", UriKind.Relative), Cancel);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        var actor = new Actor("clerk") { Reach = Roles.Rights(role).ToDictionary(right => right, _ => (IReadOnlySet<long>?)null) };
        var entry = (await Registry())["https://ror.org/0dem00131"]!;
        await Assert.ThrowsAsync<NotAllowedException>(() => partners.Workspace.AcceptAsync(partners.Lyon, null, entry, 0.9, actor, cancel: Cancel));
        await Assert.ThrowsAsync<NotAllowedException>(() => partners.Workspace.RejectAsync(partners.Lyon, [new(entry, 0.9, "", "", [])], actor, Cancel));
    }

    private async Task<RegistryInUse> Registry()
    {
        using var shelf = new RegistryShelf(partners.Workspace);
        return (await shelf.ReadAsync(Cancel))!.Value.Value!;
    }

    private async Task<Organisation> Organisation(long number)
    {
        await using var context = partners.Workspace.Database.Read();
        return (Organisation)(await context.FindAsync(partners.Workspace.Types[typeof(Organisation)], number, Actor.Local, Cancel))!;
    }
}

/// <summary>The university wants what is sure enough to be accepted without being asked.</summary>
public sealed class AcceptingAtOnce(AcceptingAtOnce.Trusting partners) : IClassFixture<AcceptingAtOnce.Trusting>
{
    [Fact]
    public async Task Takes_what_is_sure_and_clear_alone_and_says_that_nobody_was_asked()
    {
        using var shelf = new RegistryShelf(partners.Workspace);
        await using var desk = new ReconciliationDesk(partners.Workspace, shelf);
        await desk.CompareAsync(TestContext.Current.CancellationToken);
        var decisions = await partners.Workspace.RegistryDecisionsAsync(null, TestContext.Current.CancellationToken);
        var taken = Assert.Single(decisions[partners.Sendai]);
        Assert.True(taken.AtOnce);
        // misspelt, or one of two of the same name: somebody is asked
        Assert.Empty(decisions[partners.Lyon]);
        Assert.Empty(decisions[partners.Virology]);
        var open = (await desk.ReadAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken))!.Value.Value!;
        Assert.Equal(new[] { partners.Lyon, partners.Virology }.Order(), open.Questions.Select(one => one.Number).Order());
    }

    public sealed class Trusting : PartnersAndARegistry
    {
        protected override string Settings => "registry_accept_from: 0.97\n";
    }
}
