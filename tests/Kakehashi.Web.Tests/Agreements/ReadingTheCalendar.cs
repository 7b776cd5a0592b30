using System.Net;
using Kakehashi.Access.People;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Web.Tests.Access;
using Kakehashi.Web.Tests.Indicators;

namespace Kakehashi.Web.Tests.Agreements;

/// <summary>A calendar program, which cannot sign in, reads the ends and reviews of agreements by an address of one’s own.</summary>
public sealed class ReadingTheCalendar(ReadingTheCalendar.AnOffice office) : IClassFixture<ReadingTheCalendar.AnOffice>
{
    private const string Page = "/en/procedures/calendar";

    [Fact]
    public async Task Gives_the_days_of_what_the_person_sees_until_the_address_is_revoked()
    {
        using var clerk = await office.Visitor(Role.Contributor);
        var made = await clerk.Done(Page, "address", ("act", "make"));
        var path = new Uri(made.QuerySelector("input.secret")!.GetAttribute("value")!).AbsolutePath;
        using var calendar = new HttpClient { BaseAddress = clerk.Client.BaseAddress };
        using var answer = await calendar.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "text/calendar"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        var text = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains($"DTSTART;VALUE=DATE:{office.End:yyyyMMdd}", text, StringComparison.Ordinal);
        Assert.Contains($"DTSTART;VALUE=DATE:{office.End.AddDays(1).AddMonths(-6):yyyyMMdd}", text, StringComparison.Ordinal);
        Assert.Contains("Agreement ends: AG-OURS", text, StringComparison.Ordinal);
        Assert.DoesNotContain("AG-THEIRS", text, StringComparison.Ordinal);

        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var same = await calendar.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Null((await clerk.Page(Page)).QuerySelector("input.secret"));

        await clerk.Done(Page, "address", ("act", "revoke"));
        using var closed = await calendar.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, closed.StatusCode);
    }

    [Fact]
    public async Task Opens_nothing_but_the_calendar()
    {
        using var clerk = await office.Visitor(Role.Officer);
        var made = await clerk.Done(Page, "address", ("act", "make"));
        var secret = Path.GetFileNameWithoutExtension(made.QuerySelector("input.secret")!.GetAttribute("value")!);
        using var program = new HttpClient { BaseAddress = clerk.Client.BaseAddress };
        program.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        using var answer = await program.GetAsync(new Uri("/api/v1/agreements", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("BEGIN:VCALENDAR", await clerk.Text("/ja/procedures/calendar.ics"), StringComparison.Ordinal);
    }

    /// <summary>With an agreement of each of two units.</summary>
    public sealed class AnOffice : Observatory
    {
        public DateOnly End => Workspace.Today.AddYears(2);

        protected override void EnterMore(ChangeSession session)
        {
            var other = Create(session, "org_unit", ("unit_code", "B"), ("name", new Bilingual("理学部", "Faculty of Science")), ("kind", "faculty"));
            foreach (var (reference, unit) in new[] { ("AG-OURS", Engineering), ("AG-THEIRS", other) })
                Create(session, "agreement", ("reference", reference), ("title", new Bilingual("学術交流協定", "Academic exchange")), ("type", "academic"), ("level", "department"), ("state", "in_force"), ("unit", unit), ("expires_on", End));
        }

        internal async Task<Visitor> Visitor(Role role)
        {
            var client = await ClientOf(new NewGrant(role, role == Role.Contributor ? Engineering : null));
            return new(client.BaseAddress!, string.Join("; ", client.DefaultRequestHeaders.GetValues("Cookie")));
        }
    }
}
