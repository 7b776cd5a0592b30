using AngleSharp.Dom;

namespace Kakehashi.Web.Tests.Records;

/// <summary>A file that was checked and is not written yet: what it would do.</summary>
public sealed class LookingAtAnImport(RecordSite site)
{
    private const string Head = "unit_code,name_ja,name_en,kind,parent\n";

    [Fact]
    public async Task Shows_which_records_change_with_the_value_now_and_the_value_after()
    {
        var code = RecordSite.Code();
        await site.AddUnit($"{code}-0", "本部", "Headquarters");
        var unit = await site.AddUnit($"{code}-1", "工学部", "Engineering", "faculty");
        var path = await site.Upload("units.csv", $"{Head}{code}-0,本部,Headquarters,graduate_school,\n{code}-1,工学部,Faculty of Engineering,centre,{code}-0\n{code}-2,新,New,faculty,\n");
        var row = Assert.Single(Updates(await site.Finished(path)));
        Assert.Equal($"org-units/{unit}", row.QuerySelector("th a")!.GetAttribute("href"));
        Assert.Equal("Engineering", row.QuerySelector("th")!.TextContent.Trim());
        Assert.Equal(["Name", "Kind", "Part of"], row.QuerySelectorAll("dt").Select(label => label.TextContent));
        Assert.Equal(["Engineering / 工学部", "Faculty", "(none)"], row.QuerySelectorAll("del").Select(value => value.TextContent));
        Assert.Equal(["Faculty of Engineering / 工学部", "Centre", "Headquarters"], row.QuerySelectorAll("ins").Select(value => value.TextContent));
        Assert.Contains("本部", Assert.Single(Updates(await site.Finished("/ja" + path[3..]))).TextContent);
    }

    [Fact]
    public async Task Names_the_record_that_comes_with_the_same_file()
    {
        var code = RecordSite.Code();
        await site.AddUnit($"{code}-1", "工学部", "Engineering", "faculty");
        var path = await site.Upload("units.csv", $"{Head}{code}-0,本部,Headquarters,faculty,\n{code}-1,工学部,Engineering,faculty,{code}-0\n");
        Assert.Equal("(a record that this import adds)", Assert.Single(Updates(await site.Finished(path))).QuerySelector("ins")!.TextContent);
    }

    [Fact]
    public async Task Shows_the_first_twenty_and_says_how_many_more_there_are()
    {
        var code = RecordSite.Code();
        string Units(string name) => Head + string.Concat(Enumerable.Range(1, 23).Select(i => $"{code}-{i},{name}{i},Unit {i},faculty,\n"));
        var first = await site.Upload("units.csv", Units("旧"));
        var written = await site.Act(first, await site.Finished(first), "commit");
        Assert.Empty(Updates(written));
        var page = await site.Finished(await site.Upload("units.csv", Units("新")));
        Assert.Equal(Enumerable.Range(2, 20).Select(row => $"{row}"), Updates(page).Select(row => row.QuerySelector("td")!.TextContent.Trim()));
        Assert.Contains("The first 20 are shown; 3 more would change.", page.QuerySelector("main")!.TextContent);
        Assert.Equal("Unit 20 / 旧20 → Unit 20 / 新20", Updates(page)[^1].QuerySelector("dd")!.TextContent.Trim());
    }

    [Fact]
    public async Task Has_its_state_in_what_is_fetched_again_while_it_is_checked()
    {
        var path = await site.Upload("units.csv", $"{Head}{RecordSite.Code()},一,One,faculty,\n");
        Assert.Equal("Checked, not imported", (await site.Finished(path)).QuerySelector("turbo-frame#import h1 .badge")!.TextContent.Trim());
    }

    private static IReadOnlyList<IElement> Updates(IDocument page) =>
        [.. page.QuerySelectorAll("#import table").Where(table => table.QuerySelector("caption")!.TextContent is "Records that would change" or "変わる記録").SelectMany(table => table.QuerySelectorAll("tbody tr"))];
}
