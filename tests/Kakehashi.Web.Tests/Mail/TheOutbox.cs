using System.Globalization;
using System.Net;
using Kakehashi.Access.People;
using Kakehashi.Platform.Mail;
using Kakehashi.Web.Tests.SignIn;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using MailServer = Kakehashi.TestServers.MailServer;

namespace Kakehashi.Web.Tests.Mail;

public sealed class TheOutbox
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shows_what_would_go_where_no_server_is_set()
    {
        await using var site = await ASite.Start();
        await site.SignIn("administrator");
        using (var empty = await site.Get("/ja/outbox")) Assert.Contains("メールはありません", await empty.Content.ReadAsStringAsync(Cancel));
        await site.Services.GetRequiredService<Outbox>().PutAsync([new("a", "hanako@example.ac.jp", Kernel.Language.En, "Ten days left", "Please hand in.\n") { Enclosure = new("a.txt", "text/plain", [65]) }], Cancel);
        var page = await Page(site, "/en/outbox");
        Assert.Contains("No mail server is set up", page.QuerySelector("main [role=alert], main .alert")!.TextContent);
        var link = page.QuerySelector(".data-table tbody a")!.GetAttribute("href")!;
        var letter = await Page(site, "/en/" + link);
        Assert.Contains("Please hand in.", letter.QuerySelector(".letter-body")!.TextContent);
        using (var file = await site.Get($"/en/{link}/file")) Assert.Equal("A", await file.Content.ReadAsStringAsync(Cancel));
        using (var back = await site.Send("/en/" + link, "/en/" + link, [("_handler", "withdraw")])) Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);
        Assert.Contains("Taken back", (await Page(site, "/en/outbox?state=withdrawn")).QuerySelector(".data-table tbody")!.TextContent);
    }

    [Fact]
    [Trait("Needs", "server")]
    public async Task Sends_a_test_letter_at_once()
    {
        using var server = await MailServer.Start();
        await using var site = await ASite.Start(mail: string.Create(CultureInfo.InvariantCulture, $"server: 127.0.0.1\nport: {server.Port}\nsecurity: none\nfrom: office@example.ac.jp\n"));
        await site.SignIn("administrator");
        using (var wrong = await site.Send("/ja/outbox", "/ja/outbox", [("_handler", "test"), ("to", "だれか")])) Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using (var put = await site.Send("/ja/outbox", "/ja/outbox", [("_handler", "test"), ("to", "hanako@example.ac.jp")])) Assert.Equal(HttpStatusCode.SeeOther, put.StatusCode);
        using var message = await MimeMessage.LoadAsync(new MemoryStream(await server.Next()), Cancel);
        Assert.Equal("架け橋からの試し送り", message.Subject);
    }

    [Fact]
    public async Task Everybody_says_where_letters_go_and_in_which_language()
    {
        await using var site = await ASite.Start();
        await site.Add("hanako", role: Role.Officer);
        await site.SignIn("hanako");
        var recipients = site.Services.GetRequiredService<Recipients>();
        Assert.Null(await recipients.FindAsync("hanako", Cancel));
        using (var wrong = await site.Send("/en/account", "/en/account", [("_handler", "letters"), ("mail", "hanako"), ("mail-language", "en")])) Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using (var saved = await site.Send("/en/account", "/en/account", [("_handler", "letters"), ("mail", "hanako@example.ac.jp"), ("mail-language", "en")])) Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        var found = await recipients.FindAsync("hanako", Cancel);
        Assert.Equal(("hanako@example.ac.jp", Kernel.Language.En), (found!.Address, found.Language));
        Assert.Equal("hanako", Assert.Single(await recipients.NearestAsync(null, Kernel.Right.WriteShared, Cancel)).UserName);
        await site.Disable("hanako");
        Assert.Null(await recipients.FindAsync("hanako", Cancel));
    }

    private static async Task<AngleSharp.Dom.IDocument> Page(ASite site, string path)
    {
        using var answer = await site.Get(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await Website.Parse(answer);
    }
}
