using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using Kakehashi.Access.People;
using Kakehashi.ExportControl.Reviews;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Web.Tests.Access;
using Kakehashi.Web.Tests.Indicators;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Web.Tests.ExportControl;

/// <summary>From the form to the decision, by three people, on the pages.</summary>
public sealed class ReviewingAnExport(ReviewingAnExport.ALaboratory laboratory) : IClassFixture<ReviewingAnExport.ALaboratory>
{
    private static readonly string[] Sheet = ["classified", "listed_item", "listed_party", "military", "embargo", "use_wmd", "use_conventional", "resale", "unclear"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Goes_from_the_form_to_a_decision_with_its_evidence()
    {
        using var clerk = await laboratory.Visitor();
        using var first = await laboratory.Visitor();
        using var head = await laboratory.Visitor();
        var saved = await clerk.Done("/en/reviews/new?subject=export", "review", [.. Entries("R-WEB-1")]);
        Assert.Contains("go on to the review", Found(saved), StringComparison.Ordinal);
        Assert.Contains("is no embargo", Content(saved), StringComparison.Ordinal);
        var review = await Stored("R-WEB-1");
        var path = $"/en/reviews/{review.Number}";

        Assert.Equal(HttpStatusCode.SeeOther, (await Upload(clerk, path, "end-use.pdf", "the use")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Upload(clerk, path, "empty.pdf", "")).StatusCode);
        await clerk.Done(path, "act", ("act", "submit"));
        Assert.Contains("wait for the first look", Content(await first.Page("/en/")), StringComparison.Ordinal);
        Assert.Contains("Give the reason", await first.Refused(path, "act", ("act", "send-back")), StringComparison.Ordinal);
        await first.Done(path, "act", ("act", "check"), ("remark", "Seen"));
        var mine = await first.Page(path);
        Assert.Contains("Somebody else must", Content(mine), StringComparison.Ordinal);
        Assert.Empty(mine.QuerySelectorAll("button[value=decide]"));
        Assert.Contains("Choose the decision", await head.Refused(path, "act", ("act", "decide"), ("remark", "x"), ("outcome", "")), StringComparison.Ordinal);
        Assert.Contains("cannot be decided that no licence is needed", await head.Refused(path, "act", ("act", "decide"), ("remark", "x"), ("outcome", "no_licence_needed")), StringComparison.Ordinal);
        var decided = await head.Done(path, "act", ("act", "decide"), ("remark", "Row 2(12)"), ("outcome", "licence_needed"));
        Assert.Contains("A licence is needed", Content(decided), StringComparison.Ordinal);
        Assert.Contains("Findings at the decision", Content(decided), StringComparison.Ordinal);
        Assert.Contains("No licence that is valid", await clerk.Refused(path, "act", ("act", "provide"), ("day", $"{laboratory.Workspace.Today:yyyy-MM-dd}")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await clerk.Status(path + "/edit"));

        var file = (await Stored("R-WEB-1")).Evidence.Single();
        using var answer = await head.Get($"{path}/evidence/{file.Sha256}");
        Assert.Equal(("the use", "attachment", "application/octet-stream"), (await answer.Content.ReadAsStringAsync(Cancel), answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal(HttpStatusCode.NotFound, await head.Status($"{path}/evidence/{new string('0', 64)}"));
        var looks = await laboratory.Services.GetRequiredService<Looks>().LatestAsync(null, review.Number, null, 100, Cancel);
        Assert.Contains(looks, look => look.Through == "file");
        Assert.Contains(looks, look => look.Through == "page");
    }

    [Theory]
    [InlineData("ja", "事前確認シート", "必須")]
    [InlineData("en", "Pre-check sheet", "required")]
    public async Task Says_what_is_missing_and_keeps_what_was_typed(string language, string sheet, string required)
    {
        using var clerk = await laboratory.Visitor();
        var path = $"/{language}/reviews/new?subject=acceptance";
        var opened = await clerk.Page(path);
        Assert.Contains(sheet, Content(opened), StringComparison.Ordinal);
        Assert.Contains(required, Content(opened), StringComparison.Ordinal);
        using var answer = await clerk.Send(path, "review", ("title", ""), ("use", "Optics <b>"), ("answer.acceptance.military", "not_known"), ("answer.acceptance.military.note", "asked"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Website.Parse(answer);
        Assert.Equal("Optics <b>", page.QuerySelector("[name=use]")!.TextContent);
        Assert.True(page.QuerySelector("input[name='answer.acceptance.military'][value=not_known]")!.HasAttribute("checked"));
        Assert.Equal("asked", page.QuerySelector("input[name='answer.acceptance.military.note']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Adds_rows_without_script_and_saves_nothing()
    {
        using var clerk = await laboratory.Visitor();
        using var answer = await clerk.Send("/en/reviews/new?subject=export", "review", [.. Entries("R-WEB-2"), ("add", "items")]);
        Assert.Equal(2, (await Website.Parse(answer)).QuerySelectorAll(".part-row").Length);
        await using var context = laboratory.Workspace.Database.Read();
        Assert.Empty(context.Set<ExportReview>().Where(one => one.Reference == "R-WEB-2"));
    }

    [Fact]
    public async Task Lists_those_under_way_by_state_and_warns_of_licences()
    {
        using var clerk = await laboratory.Visitor();
        await clerk.Done("/en/reviews/new?subject=export", "review", [.. Entries("R-WEB-3"), ("needed_by", "2020-01-01"), ("applied_on", "2019-12-01")]);
        var all = await clerk.Page("/en/reviews");
        Assert.Contains("R-WEB-3", Content(all), StringComparison.Ordinal);
        Assert.DoesNotContain("R-OLD", all.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("L-OLD", all.QuerySelector(".alert")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("R-OLD", Content(await clerk.Page("/en/reviews?state=decided")), StringComparison.Ordinal);
        Assert.Contains("R-WEB-3", Content(await clerk.Page("/en/reviews?needed=overdue")), StringComparison.Ordinal);
        Assert.DoesNotContain("R-WEB-3", Content(await clerk.Page($"/en/reviews?unit={laboratory.Other}")), StringComparison.Ordinal);
        Assert.Contains("Expired", Content(await clerk.Page($"/en/reviews/{laboratory.Old}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_a_decided_one_up_in_a_new_one_and_opens_none_again()
    {
        using var clerk = await laboratory.Visitor();
        var old = await clerk.Page($"/ja/reviews/{laboratory.Old}");
        Assert.Empty(old.QuerySelectorAll("button[value=send-back], button[value=decide], button[value=withdraw]"));
        var again = await clerk.Page($"/ja/reviews/new?subject=export&former={laboratory.Old}");
        Assert.Equal(laboratory.Old.ToString(System.Globalization.CultureInfo.InvariantCulture), again.QuerySelector("input[name=former]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Tells_nobody_else_how_many_there_are()
    {
        using var controller = await laboratory.Visitor();
        Assert.Contains("The licence has expired", Content(await controller.Page("/en/quality")), StringComparison.Ordinal);
        using var officer = await laboratory.Visitor(Role.Officer);
        var page = await officer.Page("/en/quality");
        Assert.DoesNotContain("The licence has expired", Content(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Export review", Content(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_on_the_page_of_withdrawing_that_the_law_has_it_kept()
    {
        using var clerk = await laboratory.Visitor();
        Assert.Contains("has to be kept until", await clerk.Refused($"/en/item-classifications/{laboratory.Item}/withdraw", "turn"), StringComparison.Ordinal);
    }

    private static string Content(IDocument page) => page.QuerySelector("main")!.TextContent;

    private static string Found(IDocument page) => page.QuerySelector(".export-review-found")!.TextContent;

    private IEnumerable<(string, string)> Entries(string reference) =>
    [
        ("reference", reference), ("title", "Milling machine"), ("unit", $"{laboratory.Engineering}"), ("unit.text", "Faculty of Engineering"), ("applicant", "tanaka"),
        ("counterparty", "University of Somewhere"), ("counterparty_country", "VN"), ("counterparty_country.text", ""), ("items.0.name", "Machine"), ("items.0.kind", "goods"),
        ("items.0.classification", $"{laboratory.Item}"), ("items.0.classification.text", "C-1 Machine"), .. Sheet.Select(code => ($"answer.provision.{code}", code is "classified" or "listed_item" ? "yes" : "no")),
    ];

    private async Task<ExportReview> Stored(string reference)
    {
        await using var context = laboratory.Workspace.Database.Read();
        return context.Set<ExportReview>().Single(one => one.Reference == reference);
    }

    private static async Task<HttpResponseMessage> Upload(Visitor visitor, string path, string name, string text)
    {
        var page = await visitor.Page(path);
        var form = page.QuerySelectorAll("main form").Single(one => one.QuerySelector("input[name=_handler]")?.GetAttribute("value") == "evidence");
        using var content = new MultipartFormDataContent();
        foreach (var input in form.QuerySelectorAll("input[type=hidden]")) content.Add(new StringContent(input.GetAttribute("value")!), input.GetAttribute("name")!);
        content.Add(new StringContent("end_use"), "purpose");
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/html");
        content.Add(file, "file", name);
        return await visitor.Client.PostAsync(new Uri(path, UriKind.Relative), content, Cancel);
    }

    /// <summary>With a classified machine, and a decided review that rests on a licence which has expired.</summary>
    public sealed class ALaboratory : Observatory
    {
        public long Item { get; private set; }

        public long Old { get; private set; }

        public long Other { get; private set; }

        protected override void EnterMore(ChangeSession session)
        {
            Item = Create(session, "item_classification", ("reference", "C-1"), ("item", "Machine"), ("kind", "goods"), ("result", "listed"), ("row", "2(12)"),
                ("law_as_of", Workspace.Today), ("judged_by", "sato"), ("judged_on", Workspace.Today));
            Other = Create(session, "org_unit", ("unit_code", "B"), ("name", new Bilingual("理学部", "Faculty of Science")), ("kind", "faculty"));
        }

        internal async Task<Visitor> Visitor(Role role = Role.ExportController)
        {
            if (Old == 0) Enter();
            var client = await ClientOf(new NewGrant(role, null));
            return new(client.BaseAddress!, string.Join("; ", client.DefaultRequestHeaders.GetValues("Cookie")));
        }

        private void Enter()
        {
            using var session = Workspace.Begin(ChangeOrigin.Operation(Actor.Local));
            Old = Create(session, "export_review", ("reference", "R-OLD"), ("title", "Sensor"), ("subject", "export"), ("applicant", "tanaka"), ("applied_on", new DateOnly(2024, 4, 1)),
                ("state", "decided"), ("outcome", "licence_needed"), ("submitted_on", new DateOnly(2024, 4, 1)), ("decided_on", new DateOnly(2024, 4, 9)), ("decided_by", "head"));
            var type = Workspace.Types.WithCode("export_licence")!;
            var uses = (Kakehashi.Records.Fields.PartsField)type.Field("uses")!;
            var (list, use) = (uses.Part.List(), uses.Part.New());
            uses.Part.Fields.First(sub => sub.Code == "review").Write(use, Old);
            list.Add(use);
            Create(session, "export_licence", ("licence", "L-OLD"), ("kind", "individual"), ("issued_on", new DateOnly(2024, 5, 1)), ("expires_on", new DateOnly(2025, 4, 30)), ("uses", list));
            session.Commit();
        }
    }
}
