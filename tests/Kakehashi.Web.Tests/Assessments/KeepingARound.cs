using System.Globalization;
using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Kakehashi.Access.People;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Strategy.Assessments;
using Kakehashi.Strategy.Assessments.Rounds;

namespace Kakehashi.Web.Tests.Assessments;

public sealed class KeepingARound(Faculties faculties) : IClassFixture<Faculties>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ja", "実施回はまだありません", "実施回を準備する", "準備中", "実施を始めました")]
    [InlineData("en", "No round yet", "Prepare a round", "Prepared", "The round is open")]
    public async Task Is_prepared_changed_opened_and_extended_in_the_language_of_the_page(string language, string none, string prepare, string prepared, string opened)
    {
        using var office = await faculties.Visitor(new NewGrant(Role.Strategist, null));
        var empty = await office.Page($"/{language}/assessments");
        if (empty.QuerySelectorAll(".data-table").Length == 0) Assert.Contains(none, empty.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(prepare, empty.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var wrong = await office.Refused($"/{language}/assessments/new", "round", ("period", "soon"), ("deadline", "someday"));
        Assert.Contains(language == "ja" ? "期間として読めません" : "This is no period", wrong, StringComparison.Ordinal);

        using (var all = await office.Send($"/{language}/assessments/new", "round", ("act", "all-units"), ("guidance.ja", "途中")))
        {
            var chosen = await Website.Parse(all);
            Assert.All(chosen.QuerySelectorAll("[name=units]"), box => Assert.True(box.HasAttribute("checked")));
            Assert.Equal(("途中", "save"), (chosen.QuerySelector("[name='guidance.ja']")!.TextContent, chosen.QuerySelector("form#round button")!.GetAttribute("value")));
        }

        var deadline = faculties.Workspace.Today.AddDays(5);
        var page = await office.Done($"/{language}/assessments/new", "round",
            ("name.ja", $"準備{language}"), ("deadline", Written(deadline)), ("actions", "T1.5"), ("units", faculties.Engineering.ToString(CultureInfo.InvariantCulture)));
        Assert.Contains(prepared, page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        var path = page.QuerySelector(".page-actions a[href$='/edit']")!.GetAttribute("href")!.Replace("/edit", "", StringComparison.Ordinal);
        await office.Done($"/{language}/{path}/edit", "round", ("guidance.ja", "短く"), ("actions", "T1.5"), ("units", faculties.Engineering.ToString(CultureInfo.InvariantCulture)));
        using (var viewer = await faculties.Visitor(new NewGrant(Role.Viewer, null))) Assert.Equal(HttpStatusCode.NotFound, await viewer.Status($"/{language}/{path}"));
        var open = await office.Done($"/{language}/{path}", "open");
        Assert.Contains(opened, open.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("短く", open.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var extended = await office.Done($"/{language}/{path}", "extend", ("deadline", Written(deadline.AddDays(7))), ("reason", "入試のため"));
        Assert.Contains("入試のため", extended.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await office.Refused($"/{language}/{path}", "close");
    }

    [Theory]
    [InlineData("ja", "破棄すると元に戻せません", "実施回を破棄しました")]
    [InlineData("en", "Discarding cannot be undone", "The round has been discarded")]
    public async Task Is_discarded_before_it_was_opened_once_somebody_is_sure(string language, string unsure, string discarded)
    {
        var round = (await faculties.Workspace.PrepareAsync(null, 0, new() { Name = new($"破棄{language}", null), Period = "FY2024", Deadline = faculties.Workspace.Today }, Actor.Local, Cancel)).Value!;
        using var office = await faculties.Visitor(new NewGrant(Role.Strategist, null));
        var path = $"/{language}/assessments/{round.Number}";
        Assert.Contains(unsure, await office.Refused(path, "discard"), StringComparison.Ordinal);
        var list = await office.Done(path, "discard", ("sure", "true"));
        Assert.Contains(discarded, list.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain($"破棄{language}", list.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await office.Status(path));
        Assert.Equal(HttpStatusCode.NotFound, await office.Status(path + "/edit"));
    }

    [Fact]
    public async Task Is_for_the_office_of_the_whole_university_alone()
    {
        var round = await faculties.Open();
        foreach (var role in Enum.GetValues<Role>())
            foreach (var unit in new long?[] { null, faculties.Engineering })
            {
                var reach = unit is { } one ? new HashSet<long> { one } : null;
                var actor = new Actor("x", reach) { Reach = Roles.Rights(role).ToDictionary(right => right, _ => (IReadOnlySet<long>?)reach) };
                if (unit is null && Roles.Rights(role).Contains(Right.Steer)) continue;
                await Assert.ThrowsAsync<NotAllowedException>(() => faculties.Workspace.RemindAsync(round.Number, actor, Cancel));
                await Assert.ThrowsAsync<NotAllowedException>(() => faculties.Workspace.DiscardAsync(round.Number, actor, Cancel));
            }

        using var clerk = await faculties.Visitor(new NewGrant(Role.Contributor, null));
        var page = await clerk.Page($"/en/assessments/{round.Number}");
        Assert.Empty(page.QuerySelectorAll("main form[method=post]"));
        Assert.DoesNotContain("Letters and reminders", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "未提出", "［英語のみ］", "自己点検・評価", "B：おおむね達成")]
    [InlineData("en", "Not submitted", "[Japanese only]", "Self-assessments by action", "B: mostly achieved")]
    public async Task Gives_a_report_that_Word_can_read_with_every_text_in_whole(string language, string missing, string other, string heading, string rating)
    {
        var round = await faculties.Open();
        var long_ = string.Concat(Enumerable.Repeat("成果を上げた。", 400));
        await faculties.Workspace.SubmitAsync(new(round.Number, faculties.Engineering, "T1.5"), Faculties.Whole with { Planned = new(null, "Only\nEnglish & <more>"), Done = new(long_, "More were sent") }, [await Frozen()], 0, Actor.Local, Cancel);
        await faculties.Workspace.SaveAsync(new(round.Number, faculties.Arts, "T1.5"), Faculties.Whole with { Done = new("下書きは載せない", "A draft") }, [], 0, Actor.Local, Cancel);
        var bytes = await faculties.Client.GetByteArrayAsync($"/{language}/assessments/{round.Number}/report.docx", Cancel);
        using var file = new MemoryStream(bytes);
        using var document = WordprocessingDocument.Open(file, false);
        Assert.Empty(new OpenXmlValidator().Validate(document, Cancel).Select(error => $"{error.Part?.Uri} {error.Path?.XPath} {error.Description}"));
        var text = document.MainDocumentPart!.Document.Body!.InnerText;
        Assert.All(new[] { missing, other, heading, rating, "English & <more>", "FL-01", "T1.5", "P1.1" }, word => Assert.Contains(word, text, StringComparison.Ordinal));
        Assert.Equal(language == "ja", text.Contains(long_, StringComparison.Ordinal));
        Assert.DoesNotContain(language == "ja" ? "下書きは載せない" : "A draft", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_narrowed_by_unit_part_and_state_without_losing_its_key()
    {
        var round = await faculties.Open();
        await faculties.Workspace.SubmitAsync(new(round.Number, faculties.Engineering, "P1.1"), Faculties.Whole, [], 0, Actor.Local, Cancel);
        var page = await faculties.Page($"/en/assessments/{round.Number}?state=submitted&part=P1");
        Assert.Equal("P1.1 Submitted, rated B", Assert.Single(page.QuerySelectorAll(".matrix td a")).TextContent.Trim());
        Assert.Equal(["P1.1"], page.QuerySelectorAll(".matrix-action").Select(cell => cell.TextContent.Trim()));
        Assert.Equal(5, page.QuerySelectorAll(".matrix-key li").Length);
        var none = await faculties.Page($"/en/assessments/{round.Number}?state=accepted");
        Assert.Contains("Nothing matches", none.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<AssessmentEvidence> Frozen()
    {
        var tree = Kakehashi.Strategy.Tree.StrategyFiles.Load(faculties.Workspace).Tree!;
        var shown = (await ActionFigures.ReadAsync(faculties.Workspace, tree.Action("T1.5")!, "FY2024", faculties.Engineering, Actor.Local, TimeSpan.FromMinutes(1), Cancel)).Value!;
        var row = shown.Rows.First(one => one.Indicator.Code == "FL-01");
        Assert.Equal((114m, 57m), (row.University!.Value, row.Unit!.Value));
        return shown.Freeze(row.Indicator, row.University, ("大学全体", "The university"), faculties.Workspace.Today);
    }
}
