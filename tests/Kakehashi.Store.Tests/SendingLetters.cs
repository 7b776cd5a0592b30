using Kakehashi.Platform.Mail;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;
using MailServer = Kakehashi.TestServers.MailServer;

namespace Kakehashi.Store.Tests;

[Trait("Needs", "server")]
public sealed class SendingLetters
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Brings_them_to_the_mail_server_as_they_were_written()
    {
        using var server = await MailServer.Start();
        var letter = Letters.Letter("a") with { Enclosure = new("戦略の進捗.pdf", "application/pdf", [1, 2, 3]) };
        var (sent, _) = await Send(To(server), letter);
        using var message = await Message(server);
        Assert.Equal("自己評価の提出期限", message.Subject);
        Assert.Equal(("架け橋", "office@example.ac.jp"), (message.From.Mailboxes.Single().Name, message.From.Mailboxes.Single().Address));
        Assert.Equal(("佐藤 花子", "hanako@example.ac.jp"), (message.To.Mailboxes.Single().Name, message.To.Mailboxes.Single().Address));
        Assert.Equal("あと7日です。", message.TextBody?.Trim());
        var file = Assert.IsType<MimePart>(Assert.Single(message.Attachments));
        Assert.Equal("戦略の進捗.pdf", file.FileName);
        Assert.Equal("auto-generated", message.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal($"{sent.Id:N}@example.ac.jp", message.MessageId);
        Assert.Equal(LetterState.Sent, sent.State);
    }

    [Fact]
    public async Task Signs_in_where_the_server_asks_for_it()
    {
        using var server = await MailServer.Start();
        var (sent, _) = await Send(To(server) with { User = "kakehashi", Password = "letters" }, Letters.Letter("a"));
        Assert.Equal(LetterState.Sent, sent.State);
        var (wrong, _) = await Send(To(server) with { User = "kakehashi", Password = "wrong" }, Letters.Letter("a"));
        Assert.Equal(LetterState.Waiting, wrong.State);
        Assert.Contains("no such user", wrong.Trouble);
    }

    [Theory]
    [InlineData("nobody@example.ac.jp", LetterState.Failed, "no such mailbox")]
    [InlineData("later@example.ac.jp", LetterState.Waiting, "try again later")]
    public async Task Keeps_what_the_server_says_against_one_and_sends_the_others(string to, LetterState state, string trouble)
    {
        using var server = await MailServer.Start();
        var (first, other) = await Send(To(server), Letters.Letter("a", to), Letters.Letter("b"));
        Assert.Equal((state, trouble), (first.State, first.Trouble));
        Assert.Equal(LetterState.Sent, other!.State);
    }

    [Fact]
    public async Task Says_nothing_to_a_server_that_cannot_prove_who_it_is()
    {
        using var server = await MailServer.Start(isSecured: true);
        var (letter, _) = await Send(To(server) with { Security = MailSecurity.StartTls }, Letters.Letter("a"));
        Assert.Equal((LetterState.Waiting, 1), (letter.State, letter.Attempts));
        Assert.Contains($"127.0.0.1:{server.Port}", letter.Trouble);
    }

    [Fact]
    public async Task Waits_where_nobody_answers()
    {
        var (letter, other) = await Send(new("127.0.0.1", 9, MailSecurity.None, "office@example.ac.jp"), Letters.Letter("a"), Letters.Letter("b"));
        Assert.All([letter, other!], one => Assert.Equal(LetterState.Waiting, one.State));
        Assert.Contains("127.0.0.1:9", letter.Trouble);
    }

    private static MailSettings To(MailServer server) => new("127.0.0.1", server.Port, MailSecurity.None, "office@example.ac.jp");

    private static async Task<MimeMessage> Message(MailServer server) => await MimeMessage.LoadAsync(new MemoryStream(await server.Next()), Cancel);

    /// <summary>Sends letters from a database of their own; what became of the first and the second.</summary>
    private static async Task<(QueuedLetter First, QueuedLetter? Second)> Send(MailSettings settings, params Letter[] letters)
    {
        await using var store = new SqliteStore();
        using var outbox = new Outbox(await store.Open(Cancel), TimeProvider.System);
        await outbox.PutAsync(letters, Cancel);
        Assert.Equal(letters.Length, await new Postman(outbox, settings, NullLogger<Postman>.Instance).SendDueAsync(Cancel));
        var all = await outbox.LatestAsync(null, 0, 10, Cancel);
        return (all.Single(one => one.Key == letters[0].Key), letters.Length > 1 ? all.Single(one => one.Key == letters[1].Key) : null);
    }
}
