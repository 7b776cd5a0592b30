using System.Net;
using Kakehashi.Web.Tests.Records;

namespace Kakehashi.Web.Tests.Own;

public sealed class OwnFieldsInPages : IAsyncLifetime
{
    private readonly string data = Empty.Folder("kakehashi-own-");
    private RecordSite site = null!;

    public async ValueTask InitializeAsync()
    {
        Declare(Housing.Fields);
        site = await RecordSite.On(data);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Are_entered_shown_listed_and_kept_in_the_history()
    {
        var (_, form) = await site.Get("/ja/mobility-periods/new");
        Assert.Equal(["", "dormitory", "private"], form.QuerySelectorAll("[name=own_housing] option").Select(option => option.GetAttribute("value")));
        Assert.Contains("入寮の区分です。", form.QuerySelector("main")!.TextContent);
        using var refused = await site.Send("/ja/mobility-periods/new", Stay());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("宿舎", (await Website.Parse(refused)).QuerySelector("form [role=alert]")!.TextContent);

        var address = await Enter(("own_housing", "dormitory"), ("own_rent", "32,000"), ("own_guarantor", "保証 太郎"));
        using var changed = await site.Send($"{address}/edit", ("own_housing", "private"));
        Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);
        var (_, page) = await site.Get(address);
        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("民間", page.QuerySelector(".details")!.TextContent);
        Assert.Contains("32,000", page.QuerySelector(".details")!.TextContent);
        Assert.DoesNotContain("保証 太郎", text);
        Assert.Contains("学生寮", page.QuerySelector(".timeline")!.TextContent);

        var (_, list) = await site.Get("/en/mobility-periods?own_housing=private&sort=-own_rent");
        Assert.Contains("Private flat", list.QuerySelector("table tbody")!.TextContent);
        Assert.Contains("Housing: Private flat", list.QuerySelector(".chips")!.TextContent);
        Assert.NotNull(list.QuerySelector("[name='own_rent.from']"));
        var (_, none) = await site.Get("/en/mobility-periods?own_housing=dormitory");
        Assert.Null(none.QuerySelector("table tbody tr a"));
    }

    [Fact]
    public async Task Stay_to_be_seen_when_their_declaration_is_taken_away_or_changed()
    {
        var address = await Enter(("own_housing", "dormitory"), ("own_rent", "32000"), ("own_guarantor", "保証 太郎"));
        using (await site.Send($"{address}/edit", ("own_rent", "33000"), ("own_guarantor", "保証 花子"))) { }
        await Reopen("""
            - code: own_housing
              label: {ja: 宿舎, en: Housing}
              kind: choice
              choices: {hotel: {ja: ホテル, en: Hotel}}
            - {code: own_rent, label: {ja: 家賃支払日, en: Rent paid on}, kind: day}
            """);
        var (status, page) = await site.Get(address);
        Assert.Equal(HttpStatusCode.OK, status);
        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("以前の項目の値", text);
        Assert.Contains("33000", text);
        Assert.Contains("32000", page.QuerySelector(".timeline")!.TextContent);
        Assert.Contains("own_guarantor", text);
        // nobody can say any more that this is not personal
        Assert.DoesNotContain("保証", text);
        Assert.Contains("dormitory", page.QuerySelector(".details")!.TextContent);

        var (_, form) = await site.Get($"{address}/edit");
        Assert.Equal("dormitory", form.QuerySelector("[name=own_housing] option[selected]")!.GetAttribute("value"));
        using var saved = await site.Send($"{address}/edit", ("own_housing", "hotel"), ("programme", "Exchange"));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        await Reopen(Housing.Fields);
        var (_, again) = await site.Get(address);
        Assert.Contains("33,000", again.QuerySelector(".details")!.TextContent);
        using var shown = await site.Send(address);
        Assert.Contains("保証 花子", (await Website.Parse(shown)).QuerySelector(".details")!.TextContent);
    }

    [Fact]
    public async Task Are_masked_where_personal_in_what_an_import_would_change()
    {
        await Enter(("reference", "S-1"), ("own_housing", "dormitory"), ("own_rent", "32000"), ("own_guarantor", "保証 太郎"));
        var path = await site.Upload("stays.csv", "reference,direction,kind,started_on,own_housing,own_rent,own_guarantor\nS-1,in,student,2025-09-01,dormitory,33000,保証 花子\n");
        var page = await site.Finished(path);
        Assert.Equal(["●●●● → ●●●●", "32,000 → 33,000"], page.QuerySelectorAll("#import .changes dd").Select(value => value.TextContent.Trim()));
        Assert.DoesNotContain("保証", page.QuerySelector("main")!.TextContent);
        // nor does a value of the record come to lie in a file beside it
        Assert.DoesNotContain("保証", await File.ReadAllTextAsync(Path.Combine(data, "imports", Path.GetFileName(path), "upload.json"), TestContext.Current.CancellationToken));
    }

    private static (string, string)[] Stay(params (string, string)[] more) =>
        [("reference", RecordSite.Code()), ("direction", "in"), ("kind", "student"), ("started_on", "2025-09-01"), .. more];

    private async Task<string> Enter(params (string, string)[] own)
    {
        using var answer = await site.Send("/ja/mobility-periods/new", Stay(own));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return new Uri(site.Client.BaseAddress!, answer.Headers.Location!).AbsolutePath;
    }

    private void Declare(string yaml) => File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(data, "fields")).FullName, "mobility_period.yaml"), yaml);

    /// <summary>The program is started again with other declarations.</summary>
    private async Task Reopen(string yaml)
    {
        await site.StopAsync();
        Declare(yaml);
        site = await RecordSite.On(data);
    }
}
