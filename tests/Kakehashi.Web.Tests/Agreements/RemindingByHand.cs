using System.Net;
using Kakehashi.Access.People;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements.Life;
using Kakehashi.Platform.Mail;
using Kakehashi.Platform.Store;
using Kakehashi.Web.Tests.Access;
using Kakehashi.Web.Tests.Indicators;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Web.Tests.Agreements;

/// <summary>An officer reminds those whose turn it is, and sees before who gets what.</summary>
public sealed class RemindingByHand(RemindingByHand.AnOffice office) : IClassFixture<RemindingByHand.AnOffice>
{
    private const string Page = "/en/procedures/reminders";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sends_one_letter_to_each_about_all_that_waits_for_that_person()
    {
        using var officer = await office.Visitor(Role.Officer);
        var page = await officer.Page(Page);
        Assert.Equal(["AG-1 Academic exchange", "AG-2 Academic exchange"], page.QuerySelectorAll("tbody th a").Select(link => link.TextContent).Order());
        Assert.Contains("Choose the agreements", await officer.Refused(Page, "remind", ("act", "send"), ("sentence", "")), StringComparison.Ordinal);

        using var looked = await officer.Send(Page, "remind", ("act", "preview"), ("all", "1"), ("sentence", "Before <Friday>, please"));
        var preview = await Website.Parse(looked);
        var said = preview.QuerySelector("main")!.TextContent;
        Assert.Contains("Before <Friday>, please", said, StringComparison.Ordinal);
        Assert.Contains("waits for: Department", said, StringComparison.Ordinal);
        Assert.Empty(await ByHand());

        await officer.Done(Page, "remind", ("act", "send"), ("all", "1"), ("sentence", "Before <Friday>, please"));
        var letter = Assert.Single(await ByHand());
        Assert.Equal("2 agreements are waiting for you", letter.Subject);
        foreach (var part in new[] { "Before <Friday>, please", "AG-1", "AG-2" }) Assert.Contains(part, letter.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_what_has_waited_for_long_alone_and_is_for_the_office()
    {
        using var officer = await office.Visitor(Role.Officer);
        Assert.Contains("None.", (await officer.Page(Page + "?days=30")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("None.", (await officer.Page(Page + "?column=approved")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var clerk = await office.Visitor(Role.Contributor);
        Assert.Equal(HttpStatusCode.Forbidden, await clerk.Status(Page));
    }

    private async Task<IEnumerable<QueuedLetter>> ByHand() =>
        (await office.Services.GetRequiredService<Outbox>().LatestAsync(null, 0, 100, Cancel)).Where(letter => letter.Key.StartsWith("agreements/by-hand/", StringComparison.Ordinal));

    /// <summary>With two proposals that wait for the department, and one person there who reads mail.</summary>
    public sealed class AnOffice : Observatory, IAsyncLifetime
    {
        private readonly List<long> proposals = [];

        public new async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            await using var scope = Services.CreateAsyncScope();
            var desk = scope.ServiceProvider.GetRequiredService<AccountDesk>();
            var dean = (await desk.AddAsync("dean", "Dean", [new(Role.Contributor, Engineering)])).Value!;
            await desk.WriteToAsync(dean, "dean@example.ac.jp", Language.En);
            foreach (var number in proposals)
            {
                var done = await Workspace.SubmitAgreementAsync(new(number, 1, 0), null, new Actor("clerk"), Cancel);
                Assert.True(done.IsDone, done.Refusal?.Message.En);
            }
        }

        protected override void EnterMore(ChangeSession session)
        {
            var partner = Create(session, "organisation", ("name", new Bilingual("ベルリン大学", "University of Berlin")), ("kind", "education"), ("status", "active"), ("country", "DE"));
            var part = ((Kakehashi.Records.Fields.PartsField)Workspace.Types.WithCode("agreement")!.Field("purposes")!).Part;
            foreach (var reference in new[] { "AG-1", "AG-2" })
            {
                var (purposes, one) = (part.List(), part.New());
                part.Fields[0].Write(one, "student_exchange");
                purposes.Add(one);
                proposals.Add(Create(session, "agreement",
                    ("reference", reference), ("title", new Bilingual("学術交流協定", "Academic exchange")), ("type", "academic"), ("level", "department"), ("state", "draft"), ("unit", Engineering),
                    ("partner", partner), ("contact", "Tanaka"), ("past_activity", "Ten stays"), ("plan", "Five a year"), ("expires_on", Workspace.Today.AddYears(5)), ("signatory", "dean"),
                    ("authoritative_language", "en"), ("purposes", purposes)));
            }
        }

        internal async Task<Visitor> Visitor(Role role)
        {
            var client = await ClientOf(new NewGrant(role, role == Role.Contributor ? Engineering : null));
            return new(client.BaseAddress!, string.Join("; ", client.DefaultRequestHeaders.GetValues("Cookie")));
        }
    }
}
