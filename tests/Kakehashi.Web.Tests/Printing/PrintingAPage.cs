using System.Net;
using System.Security.Claims;
using Kakehashi.Platform.Export.Pdf;
using Kakehashi.Web.Tests.Indicators;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Web.Tests.Printing;

public sealed class PrintingAPage(AnOfficeThatHasFallenBehind office) : IClassFixture<AnOfficeThatHasFallenBehind>
{
    [Fact]
    [Trait("Needs", "browser")]
    public async Task Makes_a_PDF_of_what_the_reader_sees()
    {
        Assert.SkipWhen(Chromium.Find(Environment.GetEnvironmentVariable) is null, "there is no Chromium here");
        using var answer = await office.Get("/ja/pdf?page=indicators/FL-01%3Ffrom%3DFY2023");
        Assert.Equal((HttpStatusCode.OK, "application/pdf", "indicators-FL-01.pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.FileNameStar));
        var file = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal("%PDF-"u8, file.AsSpan(0, 5));
        // a page that only says that nobody is signed in has no chart in it
        Assert.True(file.Length > 50_000, $"{file.Length} bytes are too few for a page with a chart");
    }

    [Fact]
    [Trait("Needs", "browser")]
    public async Task Says_so_where_there_is_no_such_page()
    {
        Assert.SkipWhen(Chromium.Find(Environment.GetEnvironmentVariable) is null, "there is no Chromium here");
        using var answer = await office.Get("/en/pdf?page=nothing-here");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("no PDF of it", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("//elsewhere.example/")]
    [InlineData("pdf?page=board")]
    [InlineData("board%0d%0a")]
    public async Task Prints_nothing_but_pages_of_ours(string page)
    {
        using var answer = await office.Get($"/en/pdf?page={page}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public void A_ticket_lets_in_once_and_for_a_minute()
    {
        var clock = new Clock();
        var tickets = new PrintTickets(clock);
        var ticket = new PrintTicket("/ja/board", new ClaimsPrincipal(), "http", new HostString("localhost"));
        var path = new PathString(tickets.Issue(ticket));
        Assert.Same(ticket, tickets.Take(path));
        Assert.Null(tickets.Take(path));
        var late = new PathString(tickets.Issue(ticket));
        clock.Now += TimeSpan.FromMinutes(2);
        Assert.Null(tickets.Take(late));
        Assert.Null(tickets.Take(new PathString("/printing/")));
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
