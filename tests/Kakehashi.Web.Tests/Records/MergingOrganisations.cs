using System.Net;
using AngleSharp.Dom;

namespace Kakehashi.Web.Tests.Records;

/// <summary>An officer finds partners that were entered twice, and makes one of two.</summary>
public sealed class MergingOrganisations : IAsyncLifetime
{
    private RecordSite? opened;

    private RecordSite Site => opened!;

    public async ValueTask InitializeAsync() => opened = await RecordSite.On(Empty.Folder("kakehashi-merging-"));

    public async ValueTask DisposeAsync() => await Site.DisposeAsync();

    [Fact]
    public async Task Says_where_nothing_looks_the_same()
    {
        await Add("東北大学", "Tohoku University");
        var (status, page) = await Site.Get("/ja/duplicates");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("重複の可能性がある機関はありません", Body(page));
        var (_, list) = await Site.Get("/en/organisations");
        Assert.Equal("Find duplicates", list.QuerySelector("a[href='duplicates']")!.TextContent.Trim());
    }

    [Fact]
    public async Task Walks_from_the_list_to_the_pair_and_back_after_merging()
    {
        var (kept, merged) = (await Add("ハイデルベルク大学", "Heidelberg University"), await Add(null, "University of Heidelberg", ("city", "Heidelberg")));
        var agreements = new List<string>();
        foreach (var partner in new[] { kept, kept, merged }) agreements.Add(await Agreement(partner));

        var (_, list) = await Site.Get("/en/duplicates");
        var row = Assert.Single(list.QuerySelectorAll("tbody tr"));
        Assert.Equal(["2 records", "1 record"], row.QuerySelectorAll("td:last-child span span").Select(count => count.TextContent));
        var address = "/en/" + row.QuerySelector("a")!.GetAttribute("href");
        var (_, pair) = await Site.Get(address);
        Assert.Equal(["Kept: Heidelberg University", "Merged: University of Heidelberg"], pair.QuerySelectorAll("thead th").Skip(1).Select(th => th.TextContent.Trim()));
        Assert.Contains(pair.QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim()), name => name.StartsWith("Name", StringComparison.Ordinal) && name.EndsWith("Differs", StringComparison.Ordinal));
        Assert.Equal(["City: Heidelberg", "Names: University of Heidelberg English Alias"], pair.QuerySelectorAll("input[name=take]").Select(box => box.ParentElement!.TextContent.Trim()));
        Assert.Contains("Agreements 1 record (Partner)", string.Join(' ', Body(pair).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

        using var done = await Answer(address, pair, "merge", "city");
        Assert.Equal((HttpStatusCode.SeeOther, "duplicates"), (done.StatusCode, done.Headers.Location!.OriginalString.Split('/')[^1]));
        var (_, after) = await Site.Get("/en/duplicates");
        Assert.Contains("Merged.", Body(after));
        Assert.Contains("No organisations look the same", Body(after));

        var (_, gone) = await Site.Get($"/ja/organisations/{merged}");
        Assert.Equal($"organisations/{kept}", gone.QuerySelector(".alert a")!.GetAttribute("href"));
        Assert.Contains("統合により取り下げ", Body(gone));
        var (_, stays) = await Site.Get($"/en/organisations/{kept}");
        Assert.Contains("Another record merged into this one", Body(stays));
        Assert.Contains("Heidelberg", Body(stays));
        Assert.DoesNotContain("Alias", Body(stays));
        var (_, agreement) = await Site.Get($"/en/{agreements[2]}");
        Assert.Contains("Changed by a merge", Body(agreement));
        Assert.NotNull(agreement.QuerySelector($"dd a[href='organisations/{kept}']"));

        // whoever still has the pair open is led to where the record says what became of it
        using var again = await Site.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.EndsWith($"/en/organisations/{merged}", again.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_ask_the_same_question_twice_until_a_name_changes()
    {
        var (one, other) = (await Add("東北大学", null), await Add("東北大學", null));
        var address = $"/en/duplicates/{one}/{other}";
        using (var done = await Answer(address, (await Site.Get(address)).Page, "different")) Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        var (_, list) = await Site.Get("/en/duplicates");
        Assert.Contains("No organisations look the same", Body(list));
        var (_, said) = await Site.Get("/ja/organisation-pairs");
        Assert.Contains("東北大學", Assert.Single(said.QuerySelectorAll("tbody tr")).TextContent);

        var (_, pair) = await Site.Get(address);
        Assert.Contains("Found not to be the same", Body(pair));
        Assert.Null(pair.QuerySelector("button[value=different]"));
        using (var back = await Site.Send(address, pair)) Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);
        Assert.Single((await Site.Get("/en/duplicates")).Page.QuerySelectorAll("tbody tr"));

        using (var done = await Answer(address, (await Site.Get(address)).Page, "different")) Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        using (var renamed = await Site.Send($"/en/organisations/{other}/edit", ("name.en", "Tohoku University"))) Assert.Equal(HttpStatusCode.SeeOther, renamed.StatusCode);
        Assert.Single((await Site.Get("/en/duplicates")).Page.QuerySelectorAll("tbody tr"));
        Assert.NotNull((await Site.Get(address)).Page.QuerySelector("button[value=different]"));
    }

    [Fact]
    public async Task Lets_the_person_choose_the_other_one_and_says_where_somebody_was_faster()
    {
        var (one, other) = (await Add("京都大学", null), await Add("京都大學", null));
        var address = $"/en/duplicates/{one}/{other}";
        var (_, page) = await Site.Get($"{address}?keep={other}");
        Assert.Equal("Kept: 京都大學", page.QuerySelectorAll("thead th")[1].TextContent.Trim());
        using (var renamed = await Site.Send($"/en/organisations/{one}/edit", ("city", "Kyoto"))) Assert.Equal(HttpStatusCode.SeeOther, renamed.StatusCode);
        using var refused = await Answer(address, page, "merge");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var again = await Website.Parse(refused);
        Assert.Contains("Somebody else changed one of the two", again.QuerySelector(".alert-danger")!.TextContent);
        Assert.Equal("Kept: 京都大學", again.QuerySelectorAll("thead th")[1].TextContent.Trim());
        using var done = await Answer(address, (await Site.Get($"{address}?keep={other}")).Page, "merge");
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Contains("取り下げ済み", Body((await Site.Get($"/ja/organisations/{one}")).Page));
    }

    [Fact]
    public async Task Does_not_bring_back_what_was_merged_where_its_identifier_has_gone_to_the_other()
    {
        var (one, other) = (await Add("九州大学", null), await Add("九州大學", null, ("identifiers.0.scheme", "local"), ("identifiers.0.value", "K-1")));
        var address = $"/en/duplicates/{one}/{other}?keep={one}";
        using (var done = await Answer(address, (await Site.Get(address)).Page, "merge", "identifiers.1")) Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        using var refused = await Site.Send($"/en/organisations/{other}/restore");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Another record with the same number or identifier", Body(await Website.Parse(refused)));
    }

    private static string Body(IDocument page) => page.QuerySelector("main")!.TextContent;

    private async Task<long> Add(string? ja, string? en, params (string Name, string Value)[] more)
    {
        using var answer = await Site.Send("/en/organisations/new", [("name.ja", ja ?? ""), ("name.en", en ?? ""), ("kind", "education"), ("status", "active"), .. more]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return long.Parse(answer.Headers.Location!.OriginalString.Split('/')[^1], null);
    }

    private async Task<string> Agreement(long partner)
    {
        using var answer = await Site.Send("/en/agreements/new", ("reference", RecordSite.Code()), ("title.en", "Exchange"), ("type", "academic"), ("level", "university"), ("state", "in_force"), ("partner", $"{partner}"), ("partner.text", $"#{partner}"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return string.Join('/', answer.Headers.Location!.OriginalString.Split('/')[^2..]);
    }

    /// <summary>Sends what the page has, with these boxes ticked; the one after the notice of an earlier answer, if there is one.</summary>
    private async Task<HttpResponseMessage> Answer(string address, IDocument page, string answer, params string[] take)
    {
        var form = page.GetElementById("pair")!;
        var entries = form.QuerySelectorAll("input[type=hidden]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!))
            .Concat(take.Select(code => KeyValuePair.Create("take", code))).Append(KeyValuePair.Create("answer", answer));
        using var content = new FormUrlEncodedContent(entries);
        return await Site.Client.PostAsync(new Uri(address, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }
}
