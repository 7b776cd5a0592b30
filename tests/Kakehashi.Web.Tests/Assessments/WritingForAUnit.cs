using System.Net;
using Kakehashi.Access.People;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Strategy.Assessments;
using Kakehashi.Strategy.Assessments.Rounds;

namespace Kakehashi.Web.Tests.Assessments;

public sealed class WritingForAUnit(Faculties faculties) : IClassFixture<Faculties>
{
    private static readonly (string, string)[] Texts =
    [
        ("planned.ja", "派遣を増やす"), ("done.ja", "60名を派遣した"), ("done.en", "60 were sent"), ("next.ja", "続ける"), ("answer-1.ja", "説明会"), ("rating", "a"),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Goes_from_a_draft_with_evidence_to_being_accepted_and_every_step_is_in_the_history()
    {
        var round = await faculties.Open();
        var path = $"/ja/assessments/{round.Number}/{faculties.Engineering}/T1.5";
        using var clerk = await faculties.Visitor(new NewGrant(Role.Contributor, faculties.Engineering));
        using var office = await faculties.Visitor(new NewGrant(Role.Strategist, null));

        var start = await clerk.Page("/ja/assessments");
        Assert.Contains("記入するもの", start.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, start.QuerySelectorAll($"a[href^='assessments/{round.Number}/{faculties.Engineering}/']").Length);
        var draft = await clerk.Done(path, "assessment", [.. Texts, ("act", "add-figure"), ("figure", "FL-01")]);
        Assert.Contains("114人", draft.QuerySelector(".attached")!.TextContent, StringComparison.Ordinal);
        var submitted = await clerk.Done(path, "assessment", [.. Texts, ("act", "submit")]);
        Assert.Contains("提出しました", submitted.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(submitted.QuerySelectorAll("form#assessment"));
        Assert.Contains("次を書く：P1.1", submitted.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        Assert.Contains("差し戻す理由", await office.Refused(path, "office", ("act", "ask-back"), ("comment", "")), StringComparison.Ordinal);
        await office.Done(path, "office", ("act", "ask-back"), ("comment", "数値を加えてください"));
        var back = await clerk.Page(path);
        Assert.Contains("数値を加えてください", back.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await clerk.Done(path, "assessment", ("act", "submit"), ("rating", "a"), ("done.ja", "64名を派遣した"));
        var accepted = await office.Done(path, "office", ("act", "accept"), ("comment", ""));
        Assert.Contains("64名を派遣した", accepted.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var place = new AssessmentPlace(round.Number, faculties.Engineering, "T1.5");
        var (record, history) = await Stored(place);
        Assert.Equal((AssessmentState.Accepted, 5, "FL-01", 114m), (record.State, record.Version, record.Evidence.Single().Source, record.Evidence.Single().Value));
        Assert.All(history, origin => Assert.Equal("operation", origin));
        var action = await clerk.Page("/en/strategy/T1.5");
        Assert.Contains("Faculty of Engineering", action.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "自己評定を選んでください", "未着手", "提出が残っている部局")]
    [InlineData("en", "Choose your own rating", "Not started", "Units with something left")]
    public async Task Says_what_is_missing_in_the_language_of_the_page_and_keeps_what_was_typed(string language, string missing, string state, string left)
    {
        var round = await faculties.Open();
        using var clerk = await faculties.Visitor(new NewGrant(Role.Contributor, faculties.Engineering));
        var path = $"/{language}/assessments/{round.Number}/{faculties.Engineering}/P1.1";
        using var answer = await clerk.Send(path, "assessment", ("act", "submit"), ("rating", ""), ("done.ja", "途中まで <b>書いた</b>"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Website.Parse(answer);
        Assert.Contains(missing, page.QuerySelector("main [role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("途中まで <b>書いた</b>", page.QuerySelector("[name='done.ja']")!.TextContent);
        Assert.Null((await Stored(new(round.Number, faculties.Engineering, "P1.1"))).Record);
        var matrix = await clerk.Page($"/{language}/assessments/{round.Number}");
        Assert.Contains(state, matrix.QuerySelector(".matrix")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(left, matrix.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_somebody_else_saves_shows_both_texts_and_loses_neither()
    {
        var round = await faculties.Open();
        var place = new AssessmentPlace(round.Number, faculties.Engineering, "P1.1");
        using var clerk = await faculties.Visitor(new NewGrant(Role.Contributor, faculties.Engineering));
        var opened = await clerk.Page($"/en/{place.Page}");
        await faculties.Workspace.SaveAsync(place, Faculties.Whole with { Done = new("ほかの人の文", null) }, [], 0, Actor.Local, Cancel);
        using var answer = await clerk.Send($"/en/{place.Page}", opened, "assessment", ("act", "save"), ("rating", "a"), ("done.ja", "私の文"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await Website.Parse(answer);
        Assert.Equal("私の文", page.QuerySelector("[name='done.ja']")!.TextContent);
        Assert.Contains("ほかの人の文", page.QuerySelector(".their-texts")!.TextContent, StringComparison.Ordinal);
        using var again = await clerk.Send($"/en/{place.Page}", page, "assessment", ("act", "save"), ("rating", "a"));
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        Assert.Equal("私の文", (await Stored(place)).Record.Done.Ja);
    }

    [Fact]
    public async Task While_somebody_else_saves_keeps_what_was_ticked_to_be_taken_off_and_what_was_to_be_added()
    {
        var round = await faculties.Open();
        var place = new AssessmentPlace(round.Number, faculties.Engineering, "P1.1");
        var (first, second) = (await Record("org-units/{0}"), await Record("https://example.ac.jp/report"));
        await faculties.Workspace.SaveAsync(place, Faculties.Whole, [first, second], 0, Actor.Local, Cancel);
        using var clerk = await faculties.Visitor(new NewGrant(Role.Contributor, faculties.Engineering));
        var opened = await clerk.Page($"/en/{place.Page}");
        // it stands elsewhere by now: what is taken off is what was ticked, not what stands in its place
        await faculties.Workspace.SaveAsync(place, Faculties.Whole, [second, first], 1, Actor.Local, Cancel);
        var tick = opened.QuerySelectorAll("[name=off]")[0].GetAttribute("value")!;
        using var answer = await clerk.Send($"/en/{place.Page}", opened, "assessment", ("act", "save"), ("rating", "a"), ("off", tick), ("address", "https://example.ac.jp/new"), ("address-title", "New"));
        var page = await Website.Parse(answer);
        Assert.Equal([false, true], page.QuerySelectorAll("[name=off]").Select(box => box.HasAttribute("checked")));
        Assert.Equal(("https://example.ac.jp/new", "New"), (page.QuerySelector("[name=address]")!.GetAttribute("value"), page.QuerySelector("[name=address-title]")!.GetAttribute("value")));
        using var again = await clerk.Send($"/en/{place.Page}", page, "assessment", ("act", "save"), ("rating", "a"));
        Assert.Equal(["https://example.ac.jp/report", "https://example.ac.jp/new"], (await Stored(place)).Record.Evidence.Select(one => one.Source));
    }

    private async Task<AssessmentEvidence> Record(string address) =>
        (await AttachedRecord.ReadAsync(faculties.Workspace, string.Format(System.Globalization.CultureInfo.InvariantCulture, address, faculties.Engineering), default, Actor.Local, Cancel)).Value!;

    [Fact]
    public async Task Is_for_those_who_write_for_it_and_the_office_alone()
    {
        var round = await faculties.Open();
        var place = new AssessmentPlace(round.Number, faculties.Engineering, "P1.1");
        var workspace = faculties.Workspace;
        Actor Of(Role role, long? unit) => new("x", unit is { } one ? new HashSet<long> { one } : null)
        {
            Reach = Roles.Rights(role).ToDictionary(right => right, _ => unit is { } one ? (IReadOnlySet<long>?)new HashSet<long> { one } : null),
        };
        foreach (var actor in new[] { Of(Role.Viewer, null), Of(Role.Strategist, null), Of(Role.Contributor, faculties.Arts) })
            await Assert.ThrowsAsync<NotAllowedException>(() => workspace.SubmitAsync(place, Faculties.Whole, [], 0, actor, Cancel));
        Assert.True((await workspace.SubmitAsync(place, Faculties.Whole, [], 0, Of(Role.Officer, faculties.Engineering), Cancel)).IsDone);
        foreach (var actor in new[] { Of(Role.Viewer, null), Of(Role.Contributor, null), Of(Role.Officer, faculties.Engineering), Of(Role.Strategist, faculties.Engineering) })
            await Assert.ThrowsAsync<NotAllowedException>(() => workspace.AcceptAsync(place, null, 1, actor, Cancel));
        Assert.True((await workspace.AcceptAsync(place, null, 1, Of(Role.Strategist, null), Cancel)).IsDone);
        using var other = await faculties.Visitor(new NewGrant(Role.Contributor, faculties.Arts));
        Assert.Equal(HttpStatusCode.NotFound, await other.Status($"/en/{place.Page}"));
    }

    [Fact]
    public async Task Changes_nothing_once_the_round_is_closed()
    {
        var round = await faculties.Open();
        var place = new AssessmentPlace(round.Number, faculties.Engineering, "P1.1");
        await faculties.Workspace.SaveAsync(place, Faculties.Whole, [], 0, Actor.Local, Cancel);
        Assert.True((await faculties.Workspace.CloseAsync(round.Number, Actor.Local, Cancel)).IsDone);
        Assert.Equal("round.closed", (await faculties.Workspace.SubmitAsync(place, Faculties.Whole, [], 1, Actor.Local, Cancel)).Refusal!.Code);
        Assert.Equal("round.closed", (await faculties.Workspace.AcceptAsync(place, null, 1, Actor.Local, Cancel)).Refusal!.Code);
        Assert.Equal("round.closed", (await faculties.Workspace.ExtendAsync(round.Number, faculties.Workspace.Today.AddDays(90), "x", Actor.Local, Cancel)).Refusal!.Code);
        var page = await faculties.Page($"/en/{place.Page}");
        Assert.Empty(page.QuerySelectorAll("main form[method=post]"));
    }

    [Theory]
    [InlineData("org-units/{0}", "Faculty of Engineering")]
    [InlineData("https://example.ac.jp/report", "https://example.ac.jp/report")]
    [InlineData("org-units/999999999", null)]
    [InlineData("javascript:alert(1)", null)]
    public async Task Takes_a_record_or_a_page_as_evidence_by_its_address(string address, string? title)
    {
        var written = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, faculties.Engineering);
        var evidence = await AttachedRecord.ReadAsync(faculties.Workspace, written, default, Actor.Local, Cancel);
        Assert.Equal(title is null ? "assessment.no-such-evidence" : null, evidence.Refusal?.Code);
        if (title is not null) Assert.EndsWith(title, evidence.Value!.Title.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cannot_be_done_by_form_nor_by_the_API()
    {
        var round = await faculties.Open();
        foreach (var path in new[] { "assessment-rounds/new", $"assessment-rounds/{round.Number}/edit", "self-assessments/new" })
        {
            using var answer = await faculties.Client.GetAsync($"/en/{path}", Cancel);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    private async Task<(SelfAssessment Record, IReadOnlyList<string> Origins)> Stored(AssessmentPlace place)
    {
        var workspace = faculties.Workspace;
        await using var context = workspace.Database.Read();
        var (round, action) = (new Id<AssessmentRound>(place.Round), place.Action);
        var record = context.Set<SelfAssessment>().Where(one => one.Round == round && one.Action == action).AsEnumerable().FirstOrDefault(one => one.Unit!.Value.Value == place.Unit);
        if (record is null) return (null!, []);
        var history = await Platform.History.HistoryReader.HistoryAsync(context, record.Number, 100, Cancel);
        return (record, [.. history.Select(entry => entry.Set.Origin)]);
    }
}
