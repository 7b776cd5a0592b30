using System.Net;
using AngleSharp.Dom;
using Kakehashi.Access.People;
using Kakehashi.Kernel;
using Kakehashi.Strategy.Assessments;
using Kakehashi.Strategy.Tree;
using Kakehashi.Strategy.Versions;
using Kakehashi.Web.Tests.Access;
using Kakehashi.Web.Tests.Assessments;

namespace Kakehashi.Web.Tests.Strategy;

public sealed class EditingTheStrategy(Faculties faculties) : IClassFixture<Faculties>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ja", "変更点", "文言の変更", "新しい版を保存しました", "変更の理由を1,000文字以内")]
    [InlineData("en", "What changes", "Reworded", "The new version has been saved", "Say why it is changed")]
    public async Task Shows_what_changes_asks_why_and_makes_a_version_that_all_pages_follow(string language, string heading, string kind, string saved, string why)
    {
        using var office = await faculties.Visitor(new NewGrant(Role.Strategist, null));
        var path = $"/{language}/strategy/edit";
        var opened = await Press(office, path, await office.Page(path), "open." + KeyOf("P1.2"));
        var preview = await Press(office, path, opened, "preview", (KeyOf("P1.2") + ".title.ja", $"新しい題{language}"), (KeyOf("P1.2") + ".title.en", $"New title {language}"));
        Assert.Contains(heading, Read(preview), StringComparison.Ordinal);
        Assert.Contains(kind, Read(preview), StringComparison.Ordinal);
        Assert.Contains(why, Read(await Press(office, path, preview, "save")), StringComparison.Ordinal);

        using var answer = await office.Send(path, preview, "strategy", ("do", "save"), ("reason", $"見直し{language}"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var versions = await office.Page($"/{language}/strategy/versions");
        Assert.Contains(saved, Read(versions), StringComparison.Ordinal);
        Assert.Contains($"見直し{language}", Read(versions), StringComparison.Ordinal);
        Assert.Contains(language == "ja" ? "新しい題ja" : "New title en", Read(await office.Page($"/{language}/board")), StringComparison.Ordinal);

        var edition = await faculties.Workspace.NewestEditionAsync(Cancel);
        var file = await office.Text($"/{language}/strategy/versions/{edition}.yaml");
        Assert.Equal($"New title {language}", StrategyReader.Read("strategy.yaml", file, null).Tree!.Action("P1.2")!.Title.En);
        Assert.Contains("P1.2", Read(await office.Page($"/{language}/strategy/versions/{edition}")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "英語(en)がありません")]
    [InlineData("en", "The English (en) text is missing")]
    public async Task Shows_each_mistake_at_the_field_it_concerns_and_opens_it(string language, string missing)
    {
        using var office = await faculties.Visitor(new NewGrant(Role.Strategist, null));
        var path = $"/{language}/strategy/edit";
        var opened = await Press(office, path, await office.Page(path), "open." + KeyOf("T1.5"));
        var shut = await Press(office, path, opened, "open." + KeyOf("P1.1"), (KeyOf("T1.5") + ".meaning.en", ""));
        Assert.NotNull(shut.QuerySelector($"[name='{KeyOf("P1.1")}.title.ja']"));
        var wrong = await Press(office, path, shut, "preview");
        Assert.Contains(missing, wrong.QuerySelector($"#strategy-{KeyOf("T1.5")}-meaning-problems")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(wrong.QuerySelectorAll("[value=save]"));
    }

    [Fact]
    public async Task Keeps_what_was_typed_while_parts_are_moved_added_and_removed_and_indicators_chosen()
    {
        using var office = await faculties.Visitor(new NewGrant(Role.Strategist, null));
        const string Path = "/en/strategy/edit";
        var opened = await Press(office, Path, await office.Page(Path), "open." + KeyOf("T1.1"));
        var name = KeyOf("T1.1");
        var found = await Press(office, Path, opened, "find", (name + ".owner.ja", "国際課"), (name + ".owner.en", "Office"), ("find", "GO-0"), (name + ".indicator.GO-06", "true"));
        Assert.NotNull(found.QuerySelector($"[name='{name}.indicator.GO-06'][checked]"));
        Assert.Null(found.QuerySelector($"[name='{name}.indicator.AG-09']:not([checked])"));
        var moved = await Press(office, Path, found, "down." + name);
        var removed = await Press(office, Path, moved, "remove." + KeyOf("T4.3"));
        var preview = Read(await Press(office, Path, removed, "preview"));
        foreach (var word in (string[])["Moved T1.1", "Removed T4.3", "GO-06", "Office"]) Assert.Contains(word, preview, StringComparison.Ordinal);
        var added = await Press(office, Path, removed, "add-action." + KeyOf("P2"));
        Assert.Contains("P2.6", added.QuerySelectorAll("[name$='.code']").Select(input => input.GetAttribute("value")));
    }

    [Fact]
    public async Task Loses_nothing_where_somebody_else_saved_first()
    {
        using var office = await faculties.Visitor(new NewGrant(Role.Strategist, null));
        const string Path = "/en/strategy/edit";
        var opened = await Press(office, Path, await office.Page(Path), "open." + KeyOf("P1.3"));
        var mine = await Press(office, Path, opened, "preview", (KeyOf("P1.3") + ".title.en", "Mine"));
        await SaveAs("P1.4", "Theirs");
        var conflict = await Press(office, Path, mine, "save", ("reason", "mine"));
        Assert.Contains("Somebody else saved version", Read(conflict), StringComparison.Ordinal);
        Assert.Contains("Mine", Read(conflict), StringComparison.Ordinal);
        Assert.Contains("Theirs", Read(conflict), StringComparison.Ordinal);
        using var again = await office.Send(Path, conflict, "strategy", ("do", "save"));
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        Assert.Equal("Mine", StrategyInForce.Load(faculties.Workspace).Tree!.Action("P1.3")!.Title.En);
    }

    [Fact]
    public async Task Asks_before_an_action_with_assessments_is_removed()
    {
        var round = await faculties.Open();
        await faculties.Workspace.SaveAsync(new(round.Number, faculties.Engineering, "T1.5"), Faculties.Whole, [], 0, Actor.Local, Cancel);
        using var office = await faculties.Visitor(new NewGrant(Role.Strategist, null));
        const string Path = "/en/strategy/edit";
        var removed = await Press(office, Path, await office.Page(Path), "remove." + KeyOf("T1.5"));
        var preview = await Press(office, Path, removed, "preview");
        var refused = Read(await Press(office, Path, preview, "save", ("reason", "no longer done")));
        Assert.Contains("T1.5: Self-assessments (1)", refused, StringComparison.Ordinal);
        Assert.NotNull(StrategyInForce.Load(faculties.Workspace).Tree!.Action("T1.5"));
    }

    [Fact]
    public async Task Brings_an_earlier_version_back_as_a_new_one()
    {
        await SaveAs("P2.1", "Then");
        var edition = await faculties.Workspace.NewestEditionAsync(Cancel);
        await SaveAs("P2.1", "Now");
        using var office = await faculties.Visitor(new NewGrant(Role.Strategist, null));
        var path = $"/en/strategy/edit?from={edition}";
        var page = await office.Page(path);
        Assert.Contains("Then", Read(page), StringComparison.Ordinal);
        using var answer = await office.Send(path, page, "strategy", ("do", "save"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("Then", StrategyInForce.Load(faculties.Workspace).Tree!.Action("P2.1")!.Title.En);
        Assert.Equal(edition + 2, await faculties.Workspace.NewestEditionAsync(Cancel));
        var compared = await office.Page($"/en/strategy/versions?before={edition + 1}&after={edition + 2}");
        Assert.Contains("Reworded P2.1", Read(compared), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_a_file_only_where_it_has_no_mistake_and_saves_nothing_by_itself()
    {
        using var office = await faculties.Visitor(new NewGrant(Role.Strategist, null));
        var before = await faculties.Workspace.NewestEditionAsync(Cancel);
        var yaml = StrategyWriter.Write(StrategyInForce.Load(faculties.Workspace).Tree!);
        var wrong = await Upload(office, yaml.Replace("FL-01", "XX-99", StringComparison.Ordinal));
        Assert.Contains("There is no indicator “XX-99”", Read(wrong), StringComparison.Ordinal);
        var taken = await Upload(office, yaml.Replace("code: P2.2", "code: P2.22", StringComparison.Ordinal));
        Assert.Contains("Added P2.22", Read(taken), StringComparison.Ordinal);
        Assert.Equal(before, await faculties.Workspace.NewestEditionAsync(Cancel));
    }

    private static string Read(IDocument page) => string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The key that the editor gives a part: it counts goals, then groups with their actions.</summary>
    private string KeyOf(string code) =>
        StrategyDraft.Of(StrategyInForce.Load(faculties.Workspace).Tree!, 0).Parts().First(part => part.Code == code).Key.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<IDocument> Press(Visitor visitor, string path, IDocument page, string button, params (string Name, string Value)[] entries)
    {
        using var answer = await visitor.Send(path, page, "strategy", [("do", button), .. entries]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return await Website.Parse(answer);
    }

    private async Task SaveAs(string code, string title)
    {
        var draft = StrategyDraft.Of(StrategyInForce.Load(faculties.Workspace).Tree!, 0);
        var action = draft.Groups.SelectMany(group => group.Actions).First(one => one.Code == code);
        action.Title = new(title, title);
        var edition = await faculties.Workspace.NewestEditionAsync(Cancel);
        Assert.True((await faculties.Workspace.SaveStrategyAsync(StrategyWriter.Write(draft).Yaml, new(edition, "theirs"), Actor.Local, Cancel)).IsDone);
    }

    private static async Task<IDocument> Upload(Visitor visitor, string yaml)
    {
        var page = await visitor.Page("/en/strategy/edit");
        var form = page.QuerySelectorAll("main form").Single(one => one.QuerySelector("input[name=_handler]")?.GetAttribute("value") == "upload");
        using var content = new MultipartFormDataContent();
        foreach (var input in form.QuerySelectorAll("input[type=hidden]")) content.Add(new StringContent(input.GetAttribute("value")!), input.GetAttribute("name")!);
        using var file = new StringContent(yaml);
        content.Add(file, "file", "strategy.yaml");
        using var answer = await visitor.Client.PostAsync(new Uri("/en/strategy/edit", UriKind.Relative), content, Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return await Website.Parse(answer);
    }
}
