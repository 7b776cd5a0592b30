using System.Net;
using System.Security.Cryptography;
using Kakehashi.Access.People;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Strategy.Publishing;
using Kakehashi.Web.Tests.Indicators;

namespace Kakehashi.Web.Tests.Publishing;

/// <summary>Each test has a university of its own: what was once public stays known.</summary>
public sealed class PublishingTables : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly PublicationChoice ByCountry = new("FL-01", ["country"], Period.Fiscal(2023));

    private readonly Observatory observatory = new();
    private readonly HttpClient anybody = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await observatory.InitializeAsync();
        anybody.BaseAddress = observatory.Client.BaseAddress;
    }

    public async ValueTask DisposeAsync()
    {
        anybody.Dispose();
        await observatory.DisposeAsync();
    }

    [Theory]
    [InlineData("ja", "フランス", "韓国", "秘匿", "公表している表")]
    [InlineData("en", "France", "Korea", "Suppressed", "Published tables")]
    public async Task Shows_them_to_everybody_with_what_is_too_small_hidden(string language, string large, string beside, string hidden, string list)
    {
        Assert.True((await Publish(ByCountry)).IsDone);
        var start = await Page($"/{language}/open");
        Assert.Contains(list, start.Body!.TextContent);
        Assert.Contains("114", start.QuerySelector(".key-figure")!.TextContent);
        Assert.Contains("open", (await Page($"/{language}/sign-in")).QuerySelector(".open-link a")!.GetAttribute("href"));

        var page = await Page($"/{language}/open/indicators/FL-01?period=FY2024");
        var rows = page.QuerySelectorAll("#by-country-table tbody tr").Select(row => row.TextContent).ToList();
        Assert.Contains(rows, row => row.Contains(large, StringComparison.Ordinal) && row.Contains("60", StringComparison.Ordinal));
        Assert.Contains(hidden, Assert.Single(rows, row => row.Contains(beside, StringComparison.Ordinal)));
        // nothing of those who have signed in, and no way to change anything
        Assert.Null(page.QuerySelector(".sidenav"));
        Assert.Empty(page.QuerySelectorAll("form[method=post]"));
        Assert.Empty(page.QuerySelectorAll("a[href*=records]"));
    }

    [Fact]
    public async Task Tells_neither_the_small_nor_the_others_that_are_hidden_in_any_file()
    {
        await Publish(ByCountry);
        var csv = await anybody.GetStringAsync("/en/open/indicators/FL-01/data.csv", Cancel);
        var shown = csv.Split("\r\n").Where(line => line.Contains("FY2024", StringComparison.Ordinal)).Select(line => line.Split(',')).ToList();
        Assert.Equal(["", "", "114", "40", "60"], shown.Select(cells => cells[4]).Order(StringComparer.Ordinal));
        Assert.Equal(["suppressed", "suppressed", "value", "value", "value"], shown.Select(cells => cells[7]).Order(StringComparer.Ordinal));
        var json = PublicDocument.Read(await anybody.GetByteArrayAsync("/en/open/indicators/FL-01/data.json", Cancel));
        var hidden = json.Observations.Where(one => one.Flag == PublicDocument.Suppressed).ToList();
        Assert.Equal(["KR", "LA"], hidden.Select(one => one.Keys["country"]).Order(StringComparer.Ordinal));
        Assert.All(hidden, one => Assert.Equal((null, null, null), (one.Value, one.Numerator, one.Denominator)));
        var workbook = await anybody.GetByteArrayAsync("/ja/open/indicators/FL-01/data.xlsx", Cancel);
        Assert.Equal([(byte)'P', (byte)'K'], workbook[..2]);
    }

    [Fact]
    public async Task Keeps_them_as_they_were_when_records_are_corrected()
    {
        var published = (await Publish(ByCountry)).Value!;
        var workspace = observatory.Workspace;
        using (var session = workspace.Begin(ChangeOrigin.Form(Actor.Local)))
        {
            var type = workspace.Types.WithCode("mobility_period")!;
            session.Withdraw(type, session.Read().Set<Kakehashi.Education.Mobility.MobilityPeriod>().First(stay => stay.Reference == "FR-2024-0"));
            session.Commit();
        }

        await workspace.Facts.AskAsync(Patience, Cancel);
        Assert.Contains("114", (await Page("/en/open")).QuerySelector(".key-figure")!.TextContent);
        var file = await anybody.GetByteArrayAsync("/en/open/indicators/FL-01/data.json", Cancel);
        Assert.Equal(published.Sha256, Convert.ToHexStringLower(SHA256.HashData(file)));

        var second = (await Publish(ByCountry)).Value!;
        Assert.Equal((2, false), (second.Edition, second.IsWithdrawn));
        Assert.Contains("113", (await Page("/en/open")).QuerySelector(".key-figure")!.TextContent);
        Assert.Equal([true, false], (await workspace.PublicationsAsync(Cancel)).OrderBy(one => one.Edition).Select(one => one.IsWithdrawn));
    }

    [Fact]
    public async Task May_be_kept_by_caches_that_many_share_and_are_not_sent_twice()
    {
        await Publish(ByCountry);
        foreach (var path in new[] { "/en/open", "/ja/open/indicators/FL-01", "/en/open/indicators/FL-01/data.csv", "/en/open/indicators/FL-01/data.json" })
        {
            // somebody who has signed in gets the same, and nothing is set
            foreach (var client in new[] { anybody, observatory.Client })
            {
                using var answer = await client.GetAsync(path, Cancel);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.True(answer.Headers.CacheControl!.Public, path);
                Assert.False(answer.Headers.Contains("Set-Cookie"), path);
                using var again = new HttpRequestMessage(HttpMethod.Get, path);
                again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
                using var unchanged = await anybody.SendAsync(again, Cancel);
                Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
            }
        }

        using var missing = await anybody.GetAsync("/en/open/indicators/FL-02", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.False(missing.Headers.CacheControl?.Public ?? false);
    }

    [Fact]
    public async Task Is_refused_with_the_cells_named_where_what_is_public_would_give_them_away()
    {
        // the total is public; with it no country can be hidden within 200 persons
        Assert.True((await Publish(new("FL-01", [], Period.Fiscal(2023)))).IsDone);
        var refused = await Publish(ByCountry with { Protection = 200 });
        Assert.Equal("publication.unsafe", refused.Refusal!.Code);
        Assert.Contains("FY2024, Lao", refused.Refusal.Message.En);
        Assert.DoesNotContain(" 2 ", refused.Refusal.Message.En);
        Assert.Single(await observatory.Workspace.PublicationsAsync(Cancel));
        // and with as much as is usual it can
        Assert.True((await Publish(ByCountry)).IsDone);
    }

    [Fact]
    public async Task Counts_what_was_public_once_though_it_has_been_withdrawn()
    {
        // by country everything but Laos and Korea is told; by region South-East Asia would tell Laos
        await Publish(ByCountry);
        await observatory.Workspace.UnpublishAsync("FL-01", Actor.Local, Cancel);
        using (var gone = await anybody.GetAsync("/en/open/indicators/FL-01", Cancel)) Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Equal("publication.none", (await observatory.Workspace.UnpublishAsync("FL-01", Actor.Local, Cancel)).Refusal!.Code);
        Assert.Equal("publication.other-method", (await Publish(ByCountry with { Method = PublicationMethod.Round, Protection = 5 })).Refusal!.Code);
        var again = (await observatory.Workspace.PrepareAsync(ByCountry with { Dimensions = ["country", "region"] }, Patience, Cancel)).Value!;
        Assert.True(again.IsSafe);
        var hidden = again.Document.Observations.Where(one => one.Flag == PublicDocument.Suppressed).Select(one => one.Keys.Values.First()).ToList();
        Assert.Contains("LA", hidden);
        Assert.Contains("KR", hidden);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Does_not_let_regions_give_countries_away_though_they_are_tables_of_their_own(bool atOnce)
    {
        // by country Laos 2 would be hidden with the Netherlands 6, by region South-East Asia 2 with East Asia 12: each is safe
        // alone. Western Europe 106 less France 60 and Germany 40 gives the Netherlands, and with them Laos.
        using (var session = observatory.Workspace.Begin(ChangeOrigin.Form(Actor.Local)))
        {
            for (var i = 0; i < 6; i++) observatory.Stay(session, "NL", i, 2024, observatory.Engineering);
            session.Commit();
        }

        await observatory.Workspace.Facts.AskAsync(Patience, Cancel);
        if (!atOnce) Assert.True((await Publish(ByCountry)).IsDone);
        var found = await observatory.Workspace.PrepareAsync(ByCountry with { Dimensions = atOnce ? ["country", "region"] : ["region"] }, Patience, Cancel);
        var hidden = found.Value!.Document.Observations.Where(one => one is { Flag: PublicDocument.Suppressed, Period: "FY2024" }).Select(one => one.Keys.Values.First()).ToList();
        Assert.True(found.Value.IsSafe);
        Assert.Equal(atOnce ? ["030", "035", "KR", "LA"] : ["035", "155"], hidden.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Can_round_instead_and_then_every_cell_is_a_multiple()
    {
        Assert.True((await Publish(ByCountry with { Method = PublicationMethod.Round, Protection = 5 })).IsDone);
        var document = PublicDocument.Read(await anybody.GetByteArrayAsync("/en/open/indicators/FL-01/data.json", Cancel));
        Assert.Equal([0, 10, 40, 60, 115], document.Observations.Where(one => one.Period == "FY2024").Select(one => (int)one.Value!.Value).Order());
        Assert.All(document.Observations.Where(one => one.Value is not null), one => Assert.Equal(PublicDocument.Rounded, one.Flag));
        Assert.Contains("multiples of 5", (await Page("/en/open/indicators/FL-01")).Body!.TextContent);
    }

    [Theory]
    [InlineData("XX-99", 2020, "publication.no-indicator")]
    [InlineData("ST-11", 2020, "publication.not-counted")]
    [InlineData("FL-01", 2030, "publication.nothing")]
    public async Task Is_refused_for_what_cannot_be_protected_or_is_not_there(string indicator, int from, string code) =>
        Assert.Equal(code, (await Publish(new(indicator, [], Period.Fiscal(from)))).Refusal!.Code);

    [Fact]
    public async Task Is_refused_for_dimensions_that_there_are_not_and_for_other_multiples()
    {
        Assert.Equal("publication.dimensions", (await Publish(ByCountry with { Dimensions = ["colour"] })).Refusal!.Code);
        Assert.Equal("publication.dimensions", (await Publish(ByCountry with { IsCrossed = true })).Refusal!.Code);
        Assert.Equal("publication.rounding", (await Publish(ByCountry with { Method = PublicationMethod.Round, Protection = 4 })).Refusal!.Code);
    }

    [Fact]
    public async Task Is_for_those_who_keep_the_strategy_of_the_whole_university()
    {
        var officer = new Actor("clerk") { Reach = Roles.Rights(Role.Officer).ToDictionary(right => right, _ => (IReadOnlySet<long>?)null) };
        await Assert.ThrowsAsync<NotAllowedException>(() => observatory.Workspace.PublishAsync(ByCountry, officer, Patience, Cancel));
        await Assert.ThrowsAsync<NotAllowedException>(() => observatory.Workspace.UnpublishAsync("FL-01", officer, Cancel));
        using var client = await observatory.ClientOf(new NewGrant(Role.Strategist, null));
        var preview = await Website.Parse(await client.GetAsync("/en/publications/FL-01?by=country&from=FY2023&method=suppress", Cancel));
        Assert.Contains("Safe", preview.Body!.TextContent);
        Assert.NotNull(preview.QuerySelector("form#publish"));
        // what is hidden is named, and its value is not
        Assert.Contains("Lao", preview.Body.TextContent);
        Assert.DoesNotContain("2", preview.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()));
    }

    private Task<Result<Publication>> Publish(PublicationChoice choice) => observatory.Workspace.PublishAsync(choice, Actor.Local, Patience, Cancel);

    private async Task<AngleSharp.Dom.IDocument> Page(string path)
    {
        using var answer = await anybody.GetAsync(path, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await Website.Parse(answer);
    }
}
