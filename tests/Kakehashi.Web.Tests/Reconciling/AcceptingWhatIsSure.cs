using System.Net;
using AngleSharp.Dom;
using Kakehashi.Web.Tests.Records;

namespace Kakehashi.Web.Tests.Reconciling;

/// <summary>The surest candidates are accepted together, each after a look, and what was wrong is taken back.</summary>
public sealed class AcceptingWhatIsSure : IAsyncLifetime
{
    private readonly string data = Empty.Folder("kakehashi-sure-");
    private RecordSite? opened;

    private RecordSite Site => opened!;

    public async ValueTask InitializeAsync()
    {
        PartnersAndARegistry.Publish(data, "v1.jsonl", PartnersAndARegistry.All);
        opened = await RecordSite.On(data);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    [Fact]
    public async Task Lists_what_is_sure_and_clear_and_nothing_else()
    {
        var sendai = await Add("Sendai Example University", "Japan");
        await Add("Institute of Virology", "France");
        await Add("Example University of Lyon", null);
        var (_, page) = await Site.Get("/en/registry/sure");
        Assert.Contains($"registry/{sendai}", Assert.Single(page.QuerySelectorAll("#sure tbody tr")).InnerHtml, StringComparison.Ordinal);
        Assert.NotNull((await Site.Get("/ja/registry")).Page.QuerySelector("a[href='registry/sure']"));
    }

    [Fact]
    public async Task Accepts_what_is_ticked_together_and_takes_one_back_as_it_was_before()
    {
        var (sendai, lyon) = (await Add("Sendai Example University", "Japan"), await Add("Example University of Lyon", "France"));
        var (_, page) = await Site.Get("/en/registry/sure");
        var keys = page.QuerySelectorAll("[name=key]").Select(box => box.GetAttribute("value")!).ToArray();
        Assert.Equal(2, keys.Length);
        using var done = await Send("/en/registry/sure", page, keys);
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        foreach (var number in new[] { sendai, lyon }) Assert.Contains("https://ror.org/", (await Record(number)).TextContent, StringComparison.Ordinal);

        var (_, accepted) = await Site.Get($"/en/registry/{sendai}");
        Assert.NotNull(accepted.QuerySelector("form#back"));
        using var back = await Site.Send($"/en/registry/{sendai}");
        Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);
        var after = await Record(sendai);
        Assert.DoesNotContain("https://ror.org/0dem00034", after.QuerySelector(".details")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("1950", after.QuerySelector(".details")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("https://ror.org/", (await Record(lyon)).TextContent, StringComparison.Ordinal);
        // never proposed again
        Assert.Null((await Site.Get("/en/registry/sure")).Page.QuerySelector("#sure"));
    }

    [Fact]
    public async Task Accepts_nothing_that_has_changed_since_it_was_shown_and_says_so()
    {
        var sendai = await Add("Sendai Example University", "Japan");
        var (_, page) = await Site.Get("/en/registry/sure");
        using (var changed = await Site.Send($"/en/organisations/{sendai}/edit", ("city", "Sendai"))) Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);
        using var done = await Send("/en/registry/sure", page, [.. page.QuerySelectorAll("[name=key]").Select(box => box.GetAttribute("value")!)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, done.StatusCode);
        Assert.Contains("The candidates have changed", (await Website.Parse(done)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_nothing_back_where_the_record_was_changed_since()
    {
        var sendai = await Add("Sendai Example University", "Japan");
        var (_, page) = await Site.Get("/en/registry/sure");
        using (var done = await Send("/en/registry/sure", page, page.QuerySelector("[name=key]")!.GetAttribute("value")!)) Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        using (var changed = await Site.Send($"/en/organisations/{sendai}/edit", ("founded_in", "1907"))) Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);
        using var back = await Site.Send($"/en/registry/{sendai}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, back.StatusCode);
        Assert.Contains("has been changed since", (await Website.Parse(back)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<IElement> Record(string number) => (await Site.Get($"/en/organisations/{number}")).Page.QuerySelector("main")!;

    private async Task<string> Add(string name, string? country)
    {
        using var saved = await Site.Send("/en/organisations/new", ("name.en", name), ("kind", "education"), ("status", "active"), ("country.text", country ?? ""));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        return saved.Headers.Location!.OriginalString.Split('/')[^1];
    }

    private async Task<HttpResponseMessage> Send(string path, IDocument page, params string[] keys)
    {
        var hidden = page.QuerySelectorAll("#sure input[type=hidden]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));
        using var content = new FormUrlEncodedContent(hidden.Concat(keys.Select(key => KeyValuePair.Create("key", key))));
        return await Site.Client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }
}
