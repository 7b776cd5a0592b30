using System.Net;
using AngleSharp.Dom;
using Kakehashi.Web.Tests.Records;

namespace Kakehashi.Web.Tests.Reconciling;

/// <summary>While an organisation is entered the form proposes what the registry may have for it; without script a button asks.</summary>
public sealed class EnteringAPartner : IAsyncLifetime
{
    private const string Lyon = "https://ror.org/0dem00131";

    private static readonly (string Name, string Value)[] Typed = [("name.en", "Exmaple University of Lyon"), ("country.text", "France"), ("location", "somewhere"), ("city", "Villeurbanne"), ("names.0.row", ""), ("names.0.value", "Lyon Example")];

    private readonly string data = Empty.Folder("kakehashi-entering-");
    private RecordSite? opened;

    private RecordSite Site => opened!;

    public async ValueTask InitializeAsync()
    {
        PartnersAndARegistry.Publish(data, "v1.jsonl", PartnersAndARegistry.All);
        opened = await RecordSite.On(data);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    [Fact]
    public async Task Shows_what_the_registry_may_have_for_it_with_the_reasons_and_keeps_what_was_typed()
    {
        var page = await Sent("/en/organisations/new", HttpStatusCode.UnprocessableEntity, [.. Typed, ("look", "registry")]);
        var proposal = Assert.Single(page.QuerySelectorAll(".aid-proposal"));
        Assert.Contains("Example University of Lyon", proposal.TextContent, StringComparison.Ordinal);
        Assert.Contains("the country agrees", proposal.TextContent, StringComparison.Ordinal);
        Assert.Equal(Lyon, proposal.QuerySelector("button[name=take]")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("form [role=alert]"));
        Assert.Equal("Exmaple University of Lyon", ValueOf(page, "name.en"));
        Assert.Equal("somewhere", ValueOf(page, "location"));
    }

    [Fact]
    public async Task Fills_in_what_is_empty_by_one_press_and_overwrites_nothing()
    {
        var page = await Sent("/en/organisations/new", HttpStatusCode.UnprocessableEntity, [.. Typed, ("take", Lyon)]);
        Assert.Equal(("Exmaple University of Lyon", "Villeurbanne", "somewhere"), (ValueOf(page, "name.en"), ValueOf(page, "city"), ValueOf(page, "location")));
        Assert.Equal("1950", ValueOf(page, "founded_in"));
        Assert.Equal(("Lyon Example", "Example University of Lyon"), (ValueOf(page, "names.0.value"), ValueOf(page, "names.1.value")));
        Assert.Equal(Lyon, ValueOf(page, "identifiers.0.value"));
        Assert.Equal("education", page.QuerySelector("[name=kind] option[selected]")!.GetAttribute("value"));
        Assert.Contains("filled in from ROR", page.QuerySelector("[data-answer]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("button[name=look]"));
    }

    [Fact]
    public async Task Is_saved_with_what_was_filled_in()
    {
        var page = await Sent("/ja/organisations/new", HttpStatusCode.UnprocessableEntity, ("name.ja", "ニース例示研究所"), ("take", "https://ror.org/0dem00422"));
        var text = (await Site.Get(await Saved("/ja/organisations/new", page))).Page.QuerySelector("main")!.TextContent;
        Assert.Contains("Nice", text, StringComparison.Ordinal);
        Assert.Contains("https://ror.org/0dem00422", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_where_one_of_ours_is_that_organisation_already()
    {
        var filled = await Sent("/en/organisations/new", HttpStatusCode.UnprocessableEntity, ("name.en", "Sendai"), ("take", "https://ror.org/0dem00034"));
        var ours = await Saved("/en/organisations/new", filled);
        var page = await Sent("/en/organisations/new", HttpStatusCode.UnprocessableEntity, ("name.en", "Sendai Example University"), ("country.text", "Japan"), ("look", "registry"));
        var proposal = page.QuerySelector(".aid-proposal")!;
        Assert.Contains("in the database already", proposal.TextContent, StringComparison.Ordinal);
        Assert.Null(proposal.QuerySelector("button"));
        Assert.Equal(ours["/en/".Length..], proposal.QuerySelector(".aid-taken a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("", "Enter a name first")]
    [InlineData("Qqqq Wwww Ltd", "nothing like it")]
    public async Task Says_so_where_there_is_nothing_to_propose(string name, string said)
    {
        var page = await Sent("/en/organisations/new", HttpStatusCode.UnprocessableEntity, ("name.en", name), ("look", "registry"));
        Assert.Contains(said, page.QuerySelector("[data-answer]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_a_script_that_asks_by_itself()
    {
        var page = await Sent("/en/organisations/new", HttpStatusCode.OK, [.. Typed, ("look", "unasked")]);
        Assert.Single(page.QuerySelectorAll("kk-aid .aid-proposal"));
    }

    [Fact]
    public async Task Does_not_take_over_unseen_what_others_have_saved_while_a_row_was_added()
    {
        var (_, empty) = await Site.Get("/en/organisations/new");
        var path = await Saved("/en/organisations/new", empty, ("name.en", "Zzyzx Academy"), ("kind", "education")) + "/edit";
        var (_, mine) = await Site.Get(path);
        await Saved(path, (await Site.Get(path)).Page, ("founded_in", "1901"));
        using var added = await Site.Send(path, mine, ("add", "names"));
        using var saved = await Site.Send(path, await Website.Parse(added), ("founded_in", "1950"));
        Assert.Equal(HttpStatusCode.Conflict, saved.StatusCode);
    }

    private async Task<IDocument> Sent(string path, HttpStatusCode status, params (string Name, string Value)[] entries)
    {
        using var answer = await Site.Send(path, entries);
        Assert.Equal(status, answer.StatusCode);
        return await Website.Parse(answer);
    }

    /// <summary>The address of the record.</summary>
    private async Task<string> Saved(string path, IDocument page, params (string Name, string Value)[] entries)
    {
        using var answer = await Site.Send(path, page, [("status", "active"), .. entries]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return new Uri(new("http://here"), answer.Headers.Location!).AbsolutePath;
    }

    private static string? ValueOf(IDocument page, string name) => page.QuerySelector($"[name='{name}']")?.GetAttribute("value");
}
