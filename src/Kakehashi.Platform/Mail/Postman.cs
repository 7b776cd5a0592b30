using System.Net.Sockets;
using Kakehashi.Kernel;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace Kakehashi.Platform.Mail;

/// <summary>
/// Brings letters to the mail server, some at a time over one connection. A letter can arrive twice where the program is
/// killed between the server's taking it and our noting so; both then carry the same Message-Id. None is lost.
/// </summary>
public sealed partial class Postman(Outbox outbox, MailSettings settings, ILogger<Postman> log)
{
    private const int AtOnce = 50;

    /// <summary>How long a letter that was taken is kept from others who would send it.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>Another program of the same database may have put letters; what failed comes due.</summary>
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(1);

    /// <summary>Goes on until it is stopped.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                await outbox.TidyAsync(cancel);
                while (await SendDueAsync(cancel) == AtOnce)
                {
                    // there may be more
                }
            }
#pragma warning disable CA1031 // whatever it is, later letters still have to go
            catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Failed(fault);
            }

            await outbox.ArrivedAsync(Round, cancel);
        }
    }

    /// <summary>Sends what is due.</summary>
    /// <returns>How many letters were due.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancel)
    {
        var due = await outbox.DueAsync(AtOnce, cancel);
        if (due.Count == 0) return 0;
        using var client = new SmtpClient { Timeout = 30_000 };
        string? closed = null;
        foreach (var id in due)
        {
            if (await outbox.TakeAsync(id, Lease, cancel) is not { } letter) continue;
            // where nobody answers, one letter after another would wait for the same
            closed ??= await ConnectAsync(client, cancel);
            var delivery = closed is null ? await SendAsync(client, letter, cancel) : new(closed, false);
            if (delivery.Trouble is { } trouble) NotSent(letter.Id, trouble);
            // noted even while the program is stopping: the letter is out
            await outbox.NoteAsync(letter, delivery, CancellationToken.None);
        }

        if (client.IsConnected) await client.DisconnectAsync(true, cancel);
        return due.Count;
    }

    /// <summary>Opens the connection where there is none; what stands against it.</summary>
    private async Task<string?> ConnectAsync(SmtpClient client, CancellationToken cancel)
    {
        if (client.IsConnected) return null;
        try
        {
            await client.ConnectAsync(settings.Server, settings.Port, settings.Security switch
            {
                MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
                MailSecurity.None => SecureSocketOptions.None,
                _ => SecureSocketOptions.StartTls,
            }, cancel);
            if (settings.User is { } user) await client.AuthenticateAsync(user, settings.Password ?? "", cancel);
            return null;
        }
        catch (Exception fault) when (IsTrouble(fault))
        {
            return $"{settings.Server}:{settings.Port}: {fault.Message}";
        }
    }

    private async Task<Delivery> SendAsync(SmtpClient client, QueuedLetter letter, CancellationToken cancel)
    {
        try
        {
            using var message = Write(letter, letter.FileName is null ? null : await outbox.EnclosureAsync(letter.Id, cancel));
            await client.SendAsync(message, cancel);
            return Delivery.Done;
        }
        catch (SmtpCommandException refused)
        {
            // 5xx is for good, 4xx for now: RFC 5321, 4.2.1
            return new(refused.Message, (int)refused.StatusCode >= 500);
        }
        catch (Exception fault) when (IsTrouble(fault))
        {
            return new(fault.Message, false);
        }
        catch (ParseException wrong)
        {
            return new(wrong.Message, true);
        }
    }

    private static bool IsTrouble(Exception fault) =>
        fault is SocketException or IOException or ProtocolException or CommandException or AuthenticationException or SslHandshakeException or ServiceNotConnectedException or NotSupportedException or TimeoutException;

    private MimeMessage Write(QueuedLetter letter, QueuedEnclosure? file)
    {
        var message = new MimeMessage
        {
            Subject = letter.Subject,
            Date = letter.QueuedAt,
            // the same however often it is tried
            MessageId = $"{letter.Id:N}@{settings.From[(settings.From.IndexOf('@', StringComparison.Ordinal) + 1)..]}",
        };
        message.From.Add(new MailboxAddress(settings.Name.In(letter.Language), settings.From));
        message.To.Add(new MailboxAddress(letter.Name ?? "", letter.To));
        message.Headers.Add(HeaderId.ContentLanguage, letter.Language.Code());
        // no answers from machines that say that somebody is away: RFC 3834
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        var body = new BodyBuilder { TextBody = letter.Body };
        if (file is not null) body.Attachments.Add(letter.FileName!, file.Content, ContentType.Parse(file.Media));
        message.Body = body.ToMessageBody();
        return message;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Letters could not be sent; the next round tries again")]
    private partial void Failed(Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letter {Letter} was not taken: {Trouble}")]
    private partial void NotSent(Guid letter, string trouble);
}
