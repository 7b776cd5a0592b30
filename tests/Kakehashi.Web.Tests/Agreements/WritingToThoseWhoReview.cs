using Kakehashi.Access.People;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Mail;
using Kakehashi.Platform.Store;
using Kakehashi.Web.Tests.SignIn;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;
using SmtpServer = Kakehashi.TestServers.MailServer;

namespace Kakehashi.Web.Tests.Agreements;

/// <summary>A review that opens by itself, the letters about it, and a mail server that was away at first.</summary>
[Trait("Needs", "server")]
public sealed class WritingToThoseWhoReview
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1), AfterThePause = TimeSpan.FromMinutes(2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reaches_each_in_the_language_of_that_person_when_the_server_is_back()
    {
        using var server = await SmtpServer.Start();
        await using var site = await ASite.Start();
        foreach (var (name, language) in new[] { ("hanako", Language.Ja), ("oliver", Language.En) })
        {
            await site.Add(name, role: Role.Officer);
            await site.With(name, async (services, account) => await services.GetRequiredService<AccountDesk>().WriteToAsync(account, $"{name}@example.ac.jp", language));
        }

        var workspace = site.Services.GetRequiredService<Workspace>();
        Enter(workspace);
        using var outbox = new Outbox(workspace.Database, TimeProvider.System);
        var queued = await Queued(outbox);
        Assert.Equal(["hanako@example.ac.jp", "oliver@example.ac.jp"], queued.Select(letter => letter.To).Order());

        await new Postman(outbox, new("127.0.0.1", 9, MailSecurity.None, "office@example.ac.jp"), NullLogger<Postman>.Instance).SendDueAsync(Cancel);
        Assert.All(await outbox.LatestAsync(null, 0, 10, Cancel), letter => Assert.Equal((LetterState.Waiting, 1), (letter.State, letter.Attempts)));

        using var later = new Outbox(workspace.Database, new Later());
        var settings = new MailSettings("127.0.0.1", server.Port, MailSecurity.None, "office@example.ac.jp");
        Assert.Equal(2, await new Postman(later, settings, NullLogger<Postman>.Instance).SendDueAsync(Cancel));
        var arrived = new List<MimeMessage> { await Message(server), await Message(server) }.OrderBy(message => message.To.Mailboxes.Single().Address).ToList();
        Assert.Equal(["満了の近い協定の更新を検討してください", "Please review agreements before their end"], arrived.Select(message => message.Subject));
        Assert.Contains($"A-END 学術交流協定：{workspace.Today.AddMonths(3):yyyy-MM-dd} に満了", arrived[0].TextBody, StringComparison.Ordinal);
        Assert.Contains($"A-END Academic exchange: expires on {workspace.Today.AddMonths(3):yyyy-MM-dd}", arrived[1].TextBody, StringComparison.Ordinal);
        Assert.All(await later.LatestAsync(null, 0, 10, Cancel), letter => Assert.Equal(LetterState.Sent, letter.State));
    }

    private static void Enter(Workspace workspace)
    {
        var type = workspace.Types.WithCode("agreement")!;
        using var session = workspace.Begin(ChangeOrigin.Form(Actor.Local));
        var record = type.New();
        foreach (var (field, value) in new (string, object)[]
        {
            ("reference", "A-END"), ("title", new Bilingual("学術交流協定", "Academic exchange")), ("type", "academic"), ("level", "university"), ("state", "in_force"), ("expires_on", workspace.Today.AddMonths(3)),
        })
            type.Field(field)!.Write(record, value);
        session.Create(type, record);
        session.Commit();
    }

    /// <summary>The program opens the review and writes by itself, a moment after the record has changed.</summary>
    private static async Task<IReadOnlyList<QueuedLetter>> Queued(Outbox outbox)
    {
        var until = TimeProvider.System.GetUtcNow() + Patience;
        while (true)
        {
            var letters = await outbox.LatestAsync(null, 0, 10, Cancel);
            if (letters.Count >= 2 || TimeProvider.System.GetUtcNow() > until) return letters;
            await Task.Delay(TimeSpan.FromMilliseconds(200), Cancel);
        }
    }

    private static async Task<MimeMessage> Message(SmtpServer server) => await MimeMessage.LoadAsync(new MemoryStream(await server.Next()), Cancel);

    private sealed class Later : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + AfterThePause;
    }
}
