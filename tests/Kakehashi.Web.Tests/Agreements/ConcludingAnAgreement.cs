using System.Net;
using AngleSharp.Dom;
using Kakehashi.Access.People;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Platform.Store;
using Kakehashi.Web.Tests.Access;
using Kakehashi.Web.Tests.Indicators;

namespace Kakehashi.Web.Tests.Agreements;

/// <summary>From a proposal to an agreement in force, and to its renewal, on the pages and by those whose step it is.</summary>
public sealed class ConcludingAnAgreement(ConcludingAnAgreement.AnOffice office) : IClassFixture<ConcludingAnAgreement.AnOffice>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Goes_over_the_desks_of_those_on_its_route()
    {
        using var clerk = await office.Visitor(Role.Contributor);
        using var dean = await office.Visitor(Role.Contributor);
        using var officer = await office.Visitor(Role.Officer);
        using var control = await office.Visitor(Role.ExportController);
        var number = office.Whole;
        var path = $"/en/procedures/{number}";
        Assert.Contains("Open its procedure", Content(await clerk.Page($"/en/agreements/{number}")), StringComparison.Ordinal);

        await clerk.Done(path, "act", ("act", "submit"), ("remark", "Please"));
        Assert.Contains("changed here", Content(await Website.Parse(await Edit(clerk, number))), StringComparison.Ordinal);
        var waiting = await dean.Page(path);
        Assert.Contains("It waits for: Department", Content(waiting), StringComparison.Ordinal);
        Assert.Single(waiting.QuerySelectorAll("button[value='approve.department']"));
        Assert.Empty((await clerk.Page(path)).QuerySelectorAll("button[value^=approve]"));
        Assert.Contains("Give the reason", await dean.Refused(path, "act", ("act", "send-back.department"), ("remark", "")), StringComparison.Ordinal);
        await dean.Done(path, "act", ("act", "approve.department"), ("remark", "Good"));

        Assert.Contains("wait for you", Content(await officer.Page("/en/")), StringComparison.Ordinal);
        var board = await officer.Page("/en/procedures");
        Assert.Contains(board.QuerySelectorAll(".kanban-mine"), card => card.TextContent.Contains("AG-WHOLE", StringComparison.Ordinal));
        await control.Done(path, "act", ("act", "approve.export_control"));
        await officer.Done(path, "act", ("act", "approve.office"));
        Assert.Equal(AgreementState.Approved, (await Stored(number)).State);

        Assert.Contains("Enter the day", await officer.Refused(path, "sign", ("act", "sign"), ("party", "0"), ("day", "2099-01-01")), StringComparison.Ordinal);
        var today = $"{office.Workspace.Today:yyyy-MM-dd}";
        await officer.Done(path, "sign", ("act", "sign"), ("party", "0"), ("day", today), ("signatory", "Sato"));
        await officer.Done(path, "sign", ("act", "sign"), ("party", "1"), ("day", today));
        Assert.Equal(AgreementState.InForce, (await Stored(number)).State);

        Assert.Contains("no signed copy is kept yet", Content(await officer.Page(path)), StringComparison.Ordinal);
        Assert.Contains("is final", await Upload(officer, path, "draft_text"), StringComparison.Ordinal);
        await Upload(officer, path, "signed_copy");
        var kept = await clerk.Page(path);
        Assert.DoesNotContain("no signed copy is kept yet", Content(kept), StringComparison.Ordinal);
        var file = kept.QuerySelector("a[href*='/files/']")!.GetAttribute("href")!;
        using (var taken = await clerk.Get("/en/" + file.TrimStart('/')))
        {
            Assert.Equal("signed <copy>", await taken.Content.ReadAsStringAsync(Cancel));
            Assert.Equal(("attachment", "application/octet-stream"), (taken.Content.Headers.ContentDisposition!.DispositionType, taken.Content.Headers.ContentType!.MediaType));
        }

        using (var other = await office.Visitor(Role.Contributor, office.Other)) Assert.Equal(HttpStatusCode.NotFound, await other.Status("/en/" + file.TrimStart('/')));

        Assert.Contains("What was planned", Content(await officer.Page(path)), StringComparison.Ordinal);
        Assert.Contains("have changed", await officer.Refused(path, "renewal", ("act", "evaluate"), ("evaluation", "Ten stays"), ("sheet", "0")), StringComparison.Ordinal);
        await officer.Done(path, "renewal", ("act", "evaluate"), ("evaluation", "Ten stays"));
        var sheet = Content(await clerk.Page($"{path}/sheet"));
        Assert.Contains("it does not change", sheet, StringComparison.Ordinal);
        Assert.Contains("Ten stays", sheet, StringComparison.Ordinal);
        Assert.Contains("as the records are now", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("it does not change", Content(await clerk.Page($"{path}/sheet?now=1")), StringComparison.Ordinal);
        var renewal = await officer.Done(path, "renewal", ("act", "propose-renewal"), ("evaluation", "Ten stays"));
        Assert.Contains("AG-WHOLE-R2", Content(renewal), StringComparison.Ordinal);
        await officer.Done(path, "comment", ("act", "comment"), ("comment", "To be <b>renewed</b>"));
        Assert.Contains("To be <b>renewed</b>", Content(await clerk.Page(path)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "目的を定める", "不適合")]
    [InlineData("en", "at least one purpose", "Not met")]
    public async Task Names_the_rules_that_keep_it_from_being_submitted(string language, string rule, string state)
    {
        using var clerk = await office.Visitor(Role.Contributor);
        var record = Content(await clerk.Page($"/{language}/agreements/{office.Bare}"));
        Assert.Contains(rule, record, StringComparison.Ordinal);
        Assert.Contains(state, record, StringComparison.Ordinal);
        var path = $"/{language}/procedures/{office.Bare}";
        var said = await clerk.Refused(path, "act", ("act", "submit"));
        Assert.Contains(language == "ja" ? "第2条" : "Article 2", said, StringComparison.Ordinal);
        Assert.Equal(AgreementState.Draft, (await Stored(office.Bare)).State);
    }

    [Fact]
    public async Task Is_waived_by_whom_the_rule_names()
    {
        using var clerk = await office.Visitor(Role.Contributor);
        using var officer = await office.Visitor(Role.Officer);
        var path = $"/en/procedures/{office.Bare}";
        Assert.Empty((await clerk.Page(path)).QuerySelectorAll("button[value=waive]"));
        Assert.Contains("Give the reason", await officer.Refused(path, "waive", ("act", "waive"), ("rule", "language"), ("waiver", " ")), StringComparison.Ordinal);
        var waived = await officer.Done(path, "waive", ("act", "waive"), ("rule", "language"), ("waiver", "Both texts are equal"));
        Assert.Contains("Both texts are equal", Content(waived), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_there_for_whoever_does_not_see_its_unit()
    {
        using var other = await office.Visitor(Role.Contributor, office.Other);
        Assert.Equal(HttpStatusCode.NotFound, await other.Status($"/en/procedures/{office.Bare}"));
        Assert.DoesNotContain("AG-BARE", Content(await other.Page("/en/procedures")), StringComparison.Ordinal);
    }

    /// <summary>Sends a file with the form of the page; what it was refused for, or an empty text.</summary>
    private static async Task<string> Upload(Visitor visitor, string path, string kind)
    {
        var form = (await visitor.Page(path)).QuerySelectorAll("main form").Single(one => one.QuerySelector("input[type=file]") is not null);
        using var content = new MultipartFormDataContent();
        foreach (var box in form.QuerySelectorAll("input[type=hidden]")) content.Add(new StringContent(box.GetAttribute("value") ?? ""), box.GetAttribute("name")!);
        content.Add(new StringContent(kind), "kind");
        content.Add(new ByteArrayContent("signed <copy>"u8.ToArray()), "file", "signed.pdf");
        using var answer = await visitor.Client.PostAsync(new Uri(path, UriKind.Relative), content, Cancel);
        return answer.StatusCode == HttpStatusCode.SeeOther ? "" : (await Website.Parse(answer)).QuerySelector("main [role=alert]")!.TextContent;
    }

    private static string Content(IDocument page) => page.QuerySelector("main")!.TextContent;

    private static async Task<HttpResponseMessage> Edit(Visitor visitor, long number)
    {
        var path = $"/en/agreements/{number}/edit";
        var form = (await visitor.Page(path)).QuerySelector<AngleSharp.Html.Dom.IHtmlFormElement>("#record")!;
        using var content = new FormUrlEncodedContent(form.QuerySelectorAll("input, select, textarea").Where(box => box.GetAttribute("name") is not null && box.GetAttribute("type") is not ("checkbox" or "radio"))
            .Select(box => KeyValuePair.Create(box.GetAttribute("name")!, box.GetAttribute("name") == "title.en" ? "Another" : Value(box))));
        return await visitor.Client.PostAsync(new Uri(path, UriKind.Relative), content, Cancel);
    }

    private static string Value(IElement box) => box switch
    {
        AngleSharp.Html.Dom.IHtmlSelectElement select => select.Value ?? "",
        AngleSharp.Html.Dom.IHtmlTextAreaElement area => area.Value,
        _ => box.GetAttribute("value") ?? "",
    };

    private async Task<Agreement> Stored(long number)
    {
        await using var context = office.Workspace.Database.Read();
        return (Agreement)(await context.LoadAsync(office.Workspace.Types[typeof(Agreement)], [number], Cancel)).Single();
    }

    /// <summary>With one proposal that lacks nothing and one that lacks nearly everything.</summary>
    public sealed class AnOffice : Observatory
    {
        public long Whole { get; private set; }

        public long Bare { get; private set; }

        public long Other { get; private set; }

        protected override void EnterMore(ChangeSession session)
        {
            Other = Create(session, "org_unit", ("unit_code", "B"), ("name", new Bilingual("理学部", "Faculty of Science")), ("kind", "faculty"));
            var partner = Create(session, "organisation", ("name", new Bilingual("ベルリン大学", "University of Berlin")), ("kind", "education"), ("status", "active"), ("country", "DE"));
            (string, object?)[] usual = [("title", new Bilingual("学術交流協定", "Academic exchange")), ("type", "academic"), ("level", "department"), ("state", "draft"), ("unit", Engineering)];
            Bare = Create(session, "agreement", [("reference", "AG-BARE"), .. usual]);
            Whole = Create(session, "agreement",
            [
                ("reference", "AG-WHOLE"), .. usual, ("partner", partner), ("contact", "Tanaka"), ("past_activity", "Ten stays"), ("plan", "Five a year"), ("expires_on", Workspace.Today.AddYears(5)),
                ("signatory", "dean"), ("authoritative_language", "en"), ("purposes", Purposes()),
            ]);
        }

        private System.Collections.IList Purposes()
        {
            var part = ((Kakehashi.Records.Fields.PartsField)Workspace.Types.WithCode("agreement")!.Field("purposes")!).Part;
            var (list, one) = (part.List(), part.New());
            part.Fields[0].Write(one, "student_exchange");
            list.Add(one);
            return list;
        }

        internal async Task<Visitor> Visitor(Role role, long? unit = null)
        {
            var client = await ClientOf(new NewGrant(role, role == Role.Contributor ? unit ?? Engineering : null));
            return new(client.BaseAddress!, string.Join("; ", client.DefaultRequestHeaders.GetValues("Cookie")));
        }
    }
}
